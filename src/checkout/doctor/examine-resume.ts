import {resolveAddress} from '../shell/resolve-address.js';
import {originOf} from '../storage/origins.js';
import type {UnfinishedCheckout} from '../storage/unfinished.js';
import type {Finding} from './report.js';
import {sayEvent} from './narrate.js';
import {report} from './report.js';
import {sayMisspelt} from './say-misspelt.js';
import {misspeltNames} from './spelling/misspelt-options.js';

const NAME = 'resumeCheckouts()';

/** What earlier checkouts are finished by. */
export interface Resuming {
  readonly keyId?: string | null | undefined;
  readonly orderUrl?: string | null | undefined;
  readonly verifyUrl?: string | null | undefined;
  readonly statusUrl?: string | null | undefined;
}

const OTHERS = ['requestHeaders', 'credentials', 'debug'];
const ADDRESSES = ['orderUrl', 'verifyUrl', 'statusUrl'] as const;
type Address = (typeof ADDRESSES)[number];

/**
 * Looks at how earlier checkouts are to be finished: all that this browser has, and those that are of
 * this shop. Returns who is told of what becomes of them.
 */
export function examineResume(
  asked: Resuming,
  all: readonly UnfinishedCheckout[],
  own: readonly UnfinishedCheckout[],
): (happening: Event) => void {
  console.info(`rzp-magic-button: ${NAME} has ${own.length} of ${all.length} to finish`);
  report([
    ...misspeltNames(asked, ['keyId', ...ADDRESSES, ...OTHERS]).map((each) =>
      sayMisspelt(NAME, each),
    ),
    ...ADDRESSES.flatMap((name) => unusable(name, asked[name])),
    ...(isGiven(asked.keyId) || isGiven(asked.orderUrl) ? ofOthers(all, own) : [NOBODYS]),
    ...missing(asked),
    ...elsewhere('verifyUrl', asked, own),
    ...elsewhere('statusUrl', asked, own),
  ]);
  return sayEvent;
}

const NOBODYS: Finding = {
  what: `${NAME} was given neither orderUrl nor keyId: of no checkout it is known whether it is yours, and none is finished.`,
  fix: 'Write orderUrl: "…", as your buttons have it.',
};

const unusable = (name: Address, address: string | null | undefined): readonly Finding[] =>
  isGiven(address) && resolveAddress(address) === undefined
    ? [
        {
          what: `${name} is no address that a request can be sent to, and is left out.`,
          fix: 'Write a path like "/checkout/verify" or a whole address, without a name and a password.',
        },
      ]
    : [];

function missing({verifyUrl, statusUrl}: Resuming): readonly Finding[] {
  return [
    ...(isGiven(verifyUrl)
      ? []
      : [
          {
            what: 'verifyUrl is missing: a payment that was made is not brought to your server.',
            fix: 'Write verifyUrl: "…", the address of your server’s POST /verify.',
          },
        ]),
    ...(isGiven(statusUrl)
      ? []
      : [
          {
            what: 'statusUrl is missing: of a checkout that was left nobody can say what became of it.',
            fix: 'Write statusUrl: "…", the address of your server’s GET /status.',
          },
        ]),
  ];
}

/** Those that this browser has of another shop, or of a button that is written otherwise. */
function ofOthers(
  all: readonly UnfinishedCheckout[],
  own: readonly UnfinishedCheckout[],
): readonly Finding[] {
  const others = [...new Set(all.filter((row) => !own.includes(row)).map(namedBy))];
  return others.map((name) => ({
    what: `A checkout of ${name} is left alone: it is of another key and orderUrl.`,
    fix: 'If it is of this shop, write orderUrl: "…" as its button has it.',
  }));
}

const namedBy = ({orderUrl, keyId}: UnfinishedCheckout): string => orderUrl || keyId;

/** What is sent to the origin alone that it was opened with. */
function elsewhere(
  name: 'verifyUrl' | 'statusUrl',
  asked: Resuming,
  own: readonly UnfinishedCheckout[],
): readonly Finding[] {
  const address = asked[name];
  if (!isGiven(address)) return [];
  const kept = own.map((row) => row[name === 'verifyUrl' ? 'verifyOrigin' : 'statusOrigin']);
  const origins = new Set(kept.map((origin) => origin ?? location.origin));
  origins.delete(originOf(address));
  return [...origins].map((origin) => ({
    what: `${name} leads to ${originOf(address)}, and a checkout was opened with ${origin}: nothing of it is sent.`,
    fix: `Write ${name}: "…" with an address of ${origin}.`,
  }));
}

const isGiven = (value: string | null | undefined): value is string =>
  value != null && value !== '';
