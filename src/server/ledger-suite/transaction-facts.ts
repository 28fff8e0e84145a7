import {expectSame, fact, failureOf, inTurn, put, signal, type LedgerFact} from './ledger-fact.js';

/** How many ask at once. */
const MANY = 10;

const many = <T>(work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({length: MANY}, (_, index) => work(index)));

/** What transactions promise, between each other and to whoever opens the database next. */
export const TRANSACTION_FACTS: readonly LedgerFact[] = [
  fact('a transaction resolves once everybody else can read it, not before', async (open) => {
    const [ledger, other] = [await open(), await open()];
    for (let index = 0; index < MANY; index++) {
      await ledger.transaction((tx) => put(tx, `id_${index}`));
      expectSame((await other.ids()).length, index + 1, 'Rows after so many transactions');
    }
  }),

  fact('what a transaction wrote is there for who opens the database afterwards', async (open) => {
    const ledger = await open();
    await ledger.transaction((tx) => put(tx, 'kept'));
    await ledger.close();

    expectSame(await (await open()).ids(), ['kept'], 'Rows of a ledger that was closed');
  }),

  fact('a transaction that throws leaves nothing', async (open) => {
    const ledger = await open();
    const failure = await failureOf(
      ledger.transaction(async (tx) => {
        await put(tx, 'lost');
        throw new Error('No.');
      }),
      'A transaction that throws',
    );

    expectSame(String(failure), 'Error: No.', 'What it rejects with');
    expectSame(await ledger.ids(), [], 'Rows');
  }),

  fact('nobody reads what is not committed', async (open) => {
    const [ledger, other] = [await open(), await open()];
    const [written, goOn] = [signal(), signal()];
    const undone = failureOf(
      ledger.transaction(async (tx) => {
        await put(tx, 'early');
        written.give();
        await goOn.given;
        throw new Error('No.');
      }),
      'A transaction that throws',
    );
    await written.given;
    // Where there is one connection, these wait until it is given back.
    const reading = Promise.all([ledger.ids(), other.ids()]);
    goOn.give();
    await undone;

    expectSame(await reading, [[], []], 'Rows of a transaction that was undone');
  }),

  fact('two transactions never interleave on one connection', async (open) => {
    const ledgers = [await open(), await open()];
    const settled = await Promise.allSettled(
      Array.from({length: MANY}, (_, index) =>
        inTurn(ledgers, index).transaction(async (tx) => {
          await put(tx, `${index}_first`);
          await pause();
          await put(tx, `${index}_second`);
          if (index % 2) throw new Error('No.');
        }),
      ),
    );

    const failures = settled.map(({status}) => status === 'rejected');
    expectSame(
      failures,
      failures.map((_, index) => index % 2 === 1),
      'Which of them failed',
    );
    const whole = [0, 2, 4, 6, 8].flatMap((index) => [`${index}_first`, `${index}_second`]);
    expectSame(await inTurn(ledgers, 0).ids(), whole, 'Rows of those that did not');
  }),

  fact('of all who change a row at once, one finds it as it was', async (open) => {
    const ledgers = [await open(), await open()];
    await put(inTurn(ledgers, 0).db, 'order', 0);
    const changed = await many((index) =>
      inTurn(ledgers, index).transaction(async (tx) => {
        const {numUpdatedRows} = await tx
          .updateTable('rzp_suite')
          .set({amount: 1})
          .where('id', '=', 'order')
          .where('amount', '=', 0)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      }),
    );

    expectSame(sum(changed), 1, 'How many changed it');
  }),

  fact('inside of a transaction only its "tx" can be used', async (open) => {
    const ledger = await open();
    await ledger.transaction(async (tx) => {
      await failureOf(ledger.ids(), 'A query past "tx"');
      await failureOf(
        ledger.transaction((inner) => put(inner, 'inner')),
        'A transaction in a transaction',
      );
      await put(tx, 'outer');
    });

    expectSame(await ledger.ids(), ['outer'], 'Rows');
  }),

  fact('the "tx" of a transaction that is over can not be used', async (open) => {
    const ledger = await open();
    const kept = await ledger.transaction((tx) => Promise.resolve({tx}));
    await failureOf(put(kept.tx, 'late'), 'A query after the transaction');

    expectSame(await ledger.ids(), [], 'Rows');
  }),

  fact('close() waits for a transaction, and what it wrote is kept', async (open) => {
    const ledger = await open();
    const [written, goOn] = [signal(), signal()];
    const ended = ledger.transaction(async (tx) => {
      await put(tx, 'first');
      written.give();
      await goOn.given;
      await put(tx, 'second');
    });
    await written.given;
    const closing = ledger.close();
    goOn.give();
    await closing;
    await ended;

    expectSame(await (await open()).ids(), ['first', 'second'], 'Rows');
  }),

  fact('close() undoes what takes longer, and holds nobody else up', async (open) => {
    const ledger = await open();
    const [written, goOn] = [signal(), signal()];
    const ended = failureOf(
      ledger.transaction(async (tx) => {
        await put(tx, 'undone');
        written.give();
        await goOn.given;
        await put(tx, 'late');
      }),
      'A transaction of a closed ledger',
    );
    await written.given;
    await ledger.close({withinMs: 20});
    goOn.give();

    expectSame(codeOf(await ended), 'closed', 'The code of its error');
    const next = await open();
    await put(next.db, 'next');
    expectSame(await next.ids(), ['next'], 'Rows');
  }),

  fact('a closed ledger refuses with a code', async (open) => {
    const ledger = await open();
    await ledger.close();
    await ledger.close();

    expectSame(codeOf(await failureOf(ledger.ids(), 'A query')), 'closed', 'Code of a query');
    const transaction = ledger.transaction((tx) => put(tx, 'late'));
    expectSame(codeOf(await failureOf(transaction, 'A transaction')), 'closed', 'Of a transaction');
  }),
];

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : String(error);

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

/** Lets everybody else go on. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
