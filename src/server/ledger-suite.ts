import {KIT_FACTS} from './ledger-suite/kit-facts.js';
import type {LedgerFact} from './ledger-suite/ledger-fact.js';
import {STATEMENT_FACTS} from './ledger-suite/statement-facts.js';
import {TRANSACTION_FACTS} from './ledger-suite/transaction-facts.js';

export type {LedgerFact, OpenLedger} from './ledger-suite/ledger-fact.js';

/**
 * What every ledger has to be: a test each, for whichever runner you have. A fact needs a database
 * that nothing else uses meanwhile, takes a table `rzp_suite` there and leaves a few orders behind.
 * Nothing else is asked: no Razorpay, no network.
 *
 * What no fact can see is whether the disk keeps what a transaction has written when the machine
 * stops: that is what your database promises by its settings.
 *
 * @example
 * ```ts
 * import {LEDGER_FACTS} from 'rzp-magic-button/server/ledger-suite.js';
 * import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';
 * import test from 'node:test';
 *
 * for (const {name, prove} of LEDGER_FACTS)
 *   test(name, () => prove(() => sqliteLedger('proof.sqlite'))); // openLedger({dialect: yours})
 * ```
 */
export const LEDGER_FACTS: readonly LedgerFact[] = [
  ...STATEMENT_FACTS,
  ...TRANSACTION_FACTS,
  ...KIT_FACTS,
];
