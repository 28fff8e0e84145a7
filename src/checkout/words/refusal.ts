import {
  CheckoutError,
  type CheckoutErrorCode,
  type CheckoutErrorInit,
} from '../shell/checkout-error.js';
import type {REFUSALS} from './refusals.js';

type Refusals = typeof REFUSALS;
/** Why a request, or an answer, is refused, and what was typed. */
export type Refusal = {
  [Name in keyof Refusals]: [name: Name, ...typed: Parameters<Refusals[Name]>];
}[keyof Refusals];

/** A page that is open during a deploy may wait for the sentences in vain. */
const PATIENCE_MS = 3_000;

const refusals = new WeakMap<CheckoutError, Refusal>();

/** Returns an error whose sentence follows: see `explain`. A request that can't be used, unless said. */
export function refused(
  refusal: Refusal,
  {code = 'config_invalid', ...init}: CheckoutErrorInit & {code?: CheckoutErrorCode} = {},
): CheckoutError {
  const error = new CheckoutError(code, shortOf(refusal), init);
  refusals.set(error, refusal);
  return error;
}

const shortOf = (refusal: Refusal) => `Refused: ${refusal.join(' ')}`;

/** Gives an error its sentence, where there is one and it can be had while the shopper waits. */
export async function explain(error: CheckoutError): Promise<void> {
  const refusal = refusals.get(error);
  if (!refusal) return;
  error.message = await Promise.race([
    sentenceOf(refusal),
    new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, shortOf(refusal))),
  ]);
}

/** Resolves with the sentence, or with less where it does not come. */
export const sentenceOf = ([name, ...typed]: Refusal): Promise<string> =>
  import('./refusals.js').then(
    ({REFUSALS}) => (REFUSALS[name] as (...typed: unknown[]) => string)(...typed),
    () => shortOf([name, ...typed] as Refusal),
  );
