import {CheckoutError} from '../shell/checkout-error.js';
import type {REFUSALS} from './refusals.js';

type Refusals = typeof REFUSALS;
/** Why a request is refused, and what was typed. */
export type Refusal = {
  [Name in keyof Refusals]: [name: Name, ...typed: Parameters<Refusals[Name]>];
}[keyof Refusals];

/** A page that is open during a deploy may wait for the sentences in vain. */
const PATIENCE_MS = 3_000;

const refusals = new WeakMap<CheckoutError, Refusal>();

/** Returns the error of a request that can't be used. Its sentence follows: see `explain`. */
export function refused(refusal: Refusal, cause?: unknown): CheckoutError {
  const error = new CheckoutError('config_invalid', shortOf(refusal), {cause});
  refusals.set(error, refusal);
  return error;
}

const shortOf = (refusal: Refusal) => `Refused: ${refusal.join(' ')}`;

/** Gives the error of a refused request its sentence, where that can be had. */
export async function explain(error: CheckoutError): Promise<void> {
  const refusal = refusals.get(error);
  if (refusal) error.message = await sentenceOf(refusal);
}

/** Resolves with the sentence, or with less where it does not come. */
export function sentenceOf(refusal: Refusal): Promise<string> {
  const [name, ...typed] = refusal;
  const shorter = shortOf(refusal);
  const whole = import('./refusals.js').then(
    ({REFUSALS}) => (REFUSALS[name] as (...typed: unknown[]) => string)(...typed),
    () => shorter,
  );
  return Promise.race([
    whole,
    new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, shorter)),
  ]);
}
