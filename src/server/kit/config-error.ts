/**
 * A mistake in the configuration of the kit: what it is and what to do, without the secret.
 *
 * @example
 * ```ts
 * import {ConfigError, createCheckout, type CheckoutConfig} from 'rzp-magic-button/server.js';
 *
 * try {
 *   createCheckout({onstatus: console.log} as unknown as CheckoutConfig);
 * } catch (error) {
 *   if (!(error instanceof ConfigError)) throw error;
 *   console.log(error.message); // onstatus is no setting. Did you mean "onStatus"?
 * }
 * ```
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
