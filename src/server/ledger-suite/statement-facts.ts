import {expectSame, fact, failureOf, put, type LedgerFact} from './ledger-fact.js';

/** What the kit's statements rely on. */
export const STATEMENT_FACTS: readonly LedgerFact[] = [
  fact('is brought up to date by whoever opens it, also at once', async (open) => {
    const ledgers = await Promise.all([open(), open(), open()]);
    for (const [index, {db}] of ledgers.entries()) await put(db, `id_${index}`);

    expectSame(await ledgers[0].ids(), ['id_0', 'id_1', 'id_2'], 'Rows');
  }),

  fact('reads see what was committed, also when they are repeated', async (open) => {
    const [ledger, other] = [await open(), await open()];
    expectSame(await ledger.amount('order'), undefined, 'A row that is not there');
    await put(other.db, 'order', 1);
    expectSame(await ledger.amount('order'), 1, 'What another one has entered');
    await other.db.updateTable('rzp_suite').set({amount: 2}).execute();
    expectSame(await ledger.amount('order'), 2, 'What another one has changed');
    await ledger.db.updateTable('rzp_suite').set({amount: 3}).execute();
    expectSame(await other.amount('order'), 3, 'What this one has changed then');
  }),

  fact('a transaction reads what it has written', async (open) => {
    const ledger = await open();
    const rows = await ledger.transaction(async (tx) => {
      await put(tx, 'own');
      return tx.selectFrom('rzp_suite').selectAll().execute();
    });

    expectSame(rows.length, 1, 'Rows');
  }),

  fact('integers and texts come back as they were', async (open) => {
    const {db} = await open();
    const text = 'चाय ☕ \\ \' " {"a": null}\n';
    for (const amount of [0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER])
      await db
        .insertInto('rzp_suite')
        .values({id: `${amount}`, amount, text})
        .execute();
    await put(db, 'null');
    const rows = await db.selectFrom('rzp_suite').selectAll().execute();

    for (const row of rows) {
      const isNull = row.id === 'null';
      expectSame(String(Number(row.amount)), isNull ? '0' : row.id, 'An integer');
      expectSame(row.text, isNull ? null : text, 'A text');
    }
    expectSame(rows.length, 5, 'Rows');
  }),

  fact('a statement says how many rows it has changed', async (open) => {
    const {db} = await open();
    for (const id of ['a', 'b', 'c']) await put(db, id);
    const update = db.updateTable('rzp_suite').set({amount: 1});
    const [two, none] = [
      await update.where('id', '>', 'a').executeTakeFirstOrThrow(),
      await update.where('id', '=', 'd').executeTakeFirstOrThrow(),
    ];
    const deleted = await db.deleteFrom('rzp_suite').executeTakeFirstOrThrow();

    expectSame(Number(two.numUpdatedRows), 2, 'Rows that were changed');
    expectSame(Number(none.numUpdatedRows), 0, 'Rows where there are none');
    expectSame(Number(deleted.numDeletedRows), 3, 'Rows that were deleted');
  }),

  fact('a row is entered once, and who comes second is told nothing', async (open) => {
    const {db} = await open();
    const enter = () =>
      db
        .insertInto('rzp_suite')
        .values({id: 'once', amount: 1, text: null})
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
    const entered = await Promise.all([enter(), enter(), enter()]);

    expectSame(entered.filter(Boolean), [{id: 'once'}], 'What was returned');
    await failureOf(put(db, 'once'), 'A second row of the same key');
  }),

  fact('an update returns the rows as they are then', async (open) => {
    const {db} = await open();
    await put(db, 'order', 1);
    const rows = await db.updateTable('rzp_suite').set({amount: 2}).returningAll().execute();

    expectSame(
      rows.map(({id, amount, text}) => [id, Number(amount), text]),
      [['order', 2, null]],
      'Rows',
    );
  }),

  fact('a table that somebody else changes is read as it is from then on', async (open) => {
    const [ledger, other] = [await open(), await open()];
    await put(ledger.db, 'order');
    const columns = async () =>
      Object.keys((await ledger.db.selectFrom('rzp_suite').selectAll().execute())[0] ?? {}).sort();
    expectSame(await columns(), ['amount', 'id', 'text'], 'Columns');
    await other.db.schema.alterTable('rzp_suite').addColumn('city', 'text').execute();

    expectSame(await columns(), ['amount', 'city', 'id', 'text'], 'Columns afterwards');
  }),

  fact('a statement that fails leaves the ledger as good as before', async (open) => {
    const ledger = await open();
    await put(ledger.db, 'order');
    await failureOf(put(ledger.db, 'order'), 'A second row of the same key');
    await failureOf(
      ledger.transaction(async (tx) => {
        await put(tx, 'lost');
        await put(tx, 'order');
      }),
      'A transaction with one',
    );
    await ledger.transaction((tx) => put(tx, 'next'));

    expectSame(await ledger.ids(), ['next', 'order'], 'Rows');
  }),
];
