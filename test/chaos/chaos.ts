// `npm run chaos -- NAME`: test/tools/chaos.js builds and runs it.
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {fastFolder} from '../fixtures/fast-folder.js';
import {PostgresServer} from '../fixtures/server/postgres-server.js';
import {runScenario} from './run-scenario.js';
import type {Scenario} from './scenario.js';
import {SCENARIOS} from './scenarios.js';

const DATABASES = ['sqlite', 'postgres'] as const;
type Database = (typeof DATABASES)[number];

const HELP = `npm run chaos -- NAME [--seed 1] [--share 1] [--on sqlite|postgres]
  Has everything go wrong at once, and says what came of it. Exits with 1 where a promise was broken;
  the same seed plans the same again. Both databases unless one is named; a share of 0.1 is a tenth.
${Object.entries(SCENARIOS)
  .map(([name, {about}]) => `\n  ${name}: ${about}`)
  .join('')}
`;

class UsageError extends Error {}

interface Wanted {
  readonly name: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly share: number;
  readonly databases: readonly Database[];
}

function readArguments(args: string[]): Wanted {
  const {values, positionals} = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: {type: 'string'},
      share: {type: 'string', default: '1'},
      on: {type: 'string'},
    },
  });
  const [name = '', ...more] = positionals;
  const scenario = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (!scenario || more.length) throw new UsageError('Name one of what there is.');
  const on = DATABASES.find((database) => database === values.on);
  if (values.on !== undefined && !on) throw new UsageError(`There is no database "${values.on}".`);
  const share = Number(values.share);
  if (!(share > 0 && share <= 1)) throw new UsageError('A share is more than 0 and at most 1.');
  // Another one each time, unless it is named: who runs it often tries more.
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  if (!Number.isInteger(seed)) throw new UsageError('A seed is an integer.');
  return {name, scenario, seed, share, databases: on ? [on] : DATABASES};
}

/** Runs it on a database; gives whether all promises were kept. */
async function runOn(
  database: Database,
  {scenario, seed, share}: Wanted,
  postgres: PostgresServer,
): Promise<boolean> {
  const start = performance.now();
  const progress = (what: string) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`  ${seconds.padStart(8)} s  ${what}`);
  };
  console.log(`${database}, seed ${seed}, share ${share}`);
  if (database === 'sqlite') {
    const folder = fastFolder();
    try {
      const place = join(folder, 'shop.sqlite');
      return report(await runScenario(scenario, {seed, share, place, progress}), seed);
    } finally {
      rmSync(folder, {recursive: true});
    }
  }
  if (!(await postgres.start())) {
    console.log('NOT PROVEN: no PostgreSQL can be started here.');
    return !process.env.CI;
  }
  const {url: place, drop} = await postgres.schema();
  const outcome = await runScenario(scenario, {seed, share, place, progress});
  await drop();
  return report(outcome, seed);
}

function report({figures, broken}: Awaited<ReturnType<typeof runScenario>>, seed: number): boolean {
  for (const [what, count] of Object.entries(figures))
    console.log(`  ${String(count).padStart(8)}  ${what}`);
  for (const what of broken) console.log(`  BROKEN  ${what}`);
  if (broken.length) console.log(`  ${broken.length} promises were broken, by seed ${seed}.`);
  return broken.length === 0;
}

async function main(): Promise<number> {
  let wanted: Wanted;
  try {
    wanted = readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  const postgres = new PostgresServer();
  let isKept = true;
  try {
    for (const database of wanted.databases)
      isKept = (await runOn(database, wanted, postgres)) && isKept;
  } finally {
    await postgres.stop();
  }
  return isKept ? 0 : 1;
}

process.exit(await main());
