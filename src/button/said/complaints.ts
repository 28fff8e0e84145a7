import {shown} from '../../checkout/request/shown.js';

/**
 * What of a tag can't be used, for the developer: what was typed, and what to write instead. A chunk of
 * its own, because no page that is right needs it.
 */
const COMPLAINTS = {
  word: (attribute: string, typed: string, words: string) =>
    `${attribute}="${shown(typed)}" is none of ${words}.`,
  amount: (typed: string) =>
    `amount="${shown(typed)}" is no amount. Write it in the smallest unit, like "34900" for ₹349.`,
  currency: (typed: string) =>
    `currency="${shown(typed)}" is no currency. Write its code, like "INR".`,
  mark: (typed: string, known: string) => `marks has "${shown(typed)}", which is none of ${known}.`,
  followed: (amount: string, costs: string) =>
    `amount="${amount}" is not what the order costs: ${costs}. The label follows the order.`,
};

type Complaints = typeof COMPLAINTS;
type Typed<Names extends unknown[]> = {[Index in keyof Names]: unknown};
/** What can't be used, and what was typed. */
export type Complaint = {
  [Name in keyof Complaints]: [name: Name, ...typed: Typed<Parameters<Complaints[Name]>>];
}[keyof Complaints];

/** Says it in the console. */
export function say([name, ...typed]: Complaint): void {
  const sentenceOf: (...typed: string[]) => string = COMPLAINTS[name];
  console.error(`rzp-magic-button: ${sentenceOf(...typed.map(String))}`);
}
