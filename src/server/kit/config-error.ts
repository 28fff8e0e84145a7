/** A mistake in the configuration of the kit: what it is and what to do, without the secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
