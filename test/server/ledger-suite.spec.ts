// The suite of src/server/ledger-suite.ts on the kit's own ledgers, with
// src/server/ledger-suite/ledger-fact.ts, src/server/ledger-suite/statement-facts.ts,
// src/server/ledger-suite/transaction-facts.ts, src/server/ledger-suite/kit-facts.ts and
// src/server/ledger-suite/shop.ts; and on one that src/server/ledger.ts makes of a dialect which keeps
// what was promised back. src/server/ledger/sqlite/sqlite-database.ts and
// src/server/ledger/sqlite/node-sqlite.ts are tried where there is a `node:sqlite`:
// `npm run test:runtimes`.
import {expect} from '@playwright/test';
import Database from 'libsql';
import {SqliteDialect} from 'kysely';
import {LEDGER_FACTS} from '../../src/server/ledger-suite.js';
import {openLedger} from '../../src/server/ledger.js';
import {onEachDatabase, onSqlite, test} from '../fixtures/server/shop.js';
import {openLedger as openTeaLedger} from '../fixtures/server/tea-shop.js';

onEachDatabase(() => {
  test('every fact is true of it, one after the other on one database', async ({place}) => {
    for (const {name, prove} of LEDGER_FACTS)
      await test.step(name, () => prove(async () => (await openTeaLedger(place)) as never));
  });
});

onSqlite(() => {
  /** Whether a fact finds out about a ledger whose driver is changed. */
  const find = async (
    place: string,
    named: string,
    change: (driver: ReturnType<SqliteDialect['createDriver']>) => void,
  ): Promise<string> => {
    const open = () => {
      const dialect = new SqliteDialect({database: new Database(place)});
      const driver = dialect.createDriver();
      change(driver);
      return openLedger({
        dialect: {
          createAdapter: () => dialect.createAdapter(),
          createDriver: () => driver,
          createIntrospector: (db) => dialect.createIntrospector(db),
          createQueryCompiler: () => dialect.createQueryCompiler(),
        },
      });
    };
    const {prove} = LEDGER_FACTS.find(({name}) => name === named)!;
    return prove(open).then(() => 'true', String);
  };

  test('a ledger that does not undo is found out', async ({place}) => {
    const found = await find(place, 'a transaction that throws leaves nothing', (driver) => {
      driver.rollbackTransaction = (connection) => driver.commitTransaction(connection);
    });

    expect(found).toBe('Error: Rows: ["lost"] instead of [].');
  });

  test('a ledger that commits later than it says is found out', async ({place}) => {
    const found = await find(
      place,
      'a transaction resolves once everybody else can read it, not before',
      (driver) => {
        const commit = driver.commitTransaction.bind(driver);
        driver.commitTransaction = (connection) => {
          void Promise.resolve()
            .then(() => new Promise((resolve) => setImmediate(resolve)))
            .then(() => commit(connection))
            .catch(() => undefined);
          return Promise.resolve();
        };
      },
    );

    expect(found).toMatch(/instead of|locked/);
  });

  test('a ledger that lends its connection to two at once is found out', async ({place}) => {
    const found = await find(
      place,
      'two transactions never interleave on one connection',
      (driver) => {
        const lent = driver.acquireConnection.bind(driver)();
        driver.acquireConnection = () => lent;
        driver.releaseConnection = () => Promise.resolve();
      },
    );

    expect(found).not.toBe('true');
  });
});
