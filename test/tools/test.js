// `npm test`: everything, from a fresh clone in one command. `npm test -- lint shop` runs parts, and
// `npm test -- quick` answers within a minute.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {ensureChromium, ensurePackages} from './ensure.js';
import {readJson} from './read-json.js';
import {buildIfStale} from './stale.js';
import {summarize} from './summary.js';
import {readCounts} from './wtr-counts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = `${root}/dist/test`;

/** What reads the sources. */
const CHECKS = {
  // The compiler that is a program of the machine: a third of the time. The build needs the one before
  // it, which has an interface.
  types: ['node_modules/typescript7/bin/tsc', '--build'],
  rules: ['test/tools/architecture/check.js'],
  lint: ['node_modules/eslint/bin/eslint.js', '--config=test/tools/eslint.config.js', '.'],
  // What only types tell, by the same compiler.
  'lint-types': ['node_modules/oxlint/bin/oxlint', '--type-aware', '.'],
  format: ['test/tools/format.js'],
};

/** What runs the sources. */
const UNIT = {
  unit: ['node_modules/@web/test-runner/dist/bin.js', '--config', 'test/tools/wtr.config.js'],
};

/** What makes the package, which most of Playwright's projects run. */
const BUILD = {build: ['test/tools/build.js']};

/** Projects of Playwright's runner: all that are wanted share its workers. */
const PROJECTS = ['server', 'sandbox', 'package', 'shop'];
const PLAYWRIGHT = [
  'node_modules/@playwright/test/cli.js',
  'test',
  '--config',
  'test/tools/playwright.config.js',
];

const PARTS = [...Object.keys({...CHECKS, ...UNIT, ...BUILD}), ...PROJECTS];
const GROUPS = {
  check: ['types', 'rules', 'lint', 'lint-types'],
  quick: ['types', 'rules', 'unit', 'server'],
};

/**
 * A minute is for the button and its orders: a second database, what needs a build, tests of several
 * processes, of many requests and of long waits, which say so in their names, what a tag may say, how the
 * button looks and what it tells, and what only some shops have take longer. Each worker more has to be
 * started.
 */
const QUICKLY = {
  server: [
    'test/server/(?!.*(device|mandate|magic))',
    'test/wire/(?!reference)',
    '--grep-invert=PostgreSQL|process(es)? |by the hundred|seed|page holds|more seldom|rolled back after|however (long|many)|too long|does not answer',
    '--workers=2',
  ],
  unit: [
    '--files',
    'test/button/*.test.ts',
    'test/checkout/*.test.ts',
    'test/checkout/{merchant,recovery,storage,vendor}/*.test.ts',
  ],
};

/**
 * Thousands of tests wait for browsers and processes on a machine that does other things too: a whole
 * run tries again what failed, and its summary names what passed only then.
 */
const TRIED_AGAIN = ['--retries=1'];

/** A file that is as it was says what it said. */
const CACHED = [
  '--cache',
  '--cache-strategy=content',
  '--cache-location=node_modules/.cache/eslint',
];

const named = process.argv.slice(2);
const isQuick = named.includes('quick');
const wanted = named.length ? named.flatMap((name) => GROUPS[name] ?? name) : PARTS;
for (const name of wanted.filter((name) => !PARTS.includes(name))) {
  console.error(`No part "${name}". There are: ${[...PARTS, ...Object.keys(GROUPS)].join(', ')}.`);
  process.exit(1);
}

const pick = (parts) =>
  Object.entries(parts)
    .filter(([part]) => wanted.includes(part))
    .map(([part, args]) => ({part, args}));
const projects = PROJECTS.filter((project) => wanted.includes(project));
const driven = {
  part: projects.join('+'),
  args: [
    ...PLAYWRIGHT,
    ...projects.map((project) => `--project=${project}`),
    ...(isQuick ? QUICKLY.server : []),
    ...(named.length ? [] : TRIED_AGAIN),
  ],
};
// Only `npm test` as a whole takes the time to look at everything.
if (named.length) CHECKS.lint.push(...CACHED);
if (isQuick) UNIT.unit.push(...QUICKLY.unit);
const lanes = [
  pick(CHECKS),
  pick(UNIT),
  [...pick(BUILD), ...(projects.length ? [driven] : [])],
].filter((lane) => lane.length);

const start = performance.now();
ensurePackages();
if (wanted.includes('unit') || projects.length) ensureChromium();
rmSync(results, {recursive: true, force: true});
if (projects.length && !isQuick && !wanted.includes('build')) buildIfStale();

// Checks keep one core busy, unit tests mostly wait, and Playwright takes what there is.
const isAlone = lanes.flat().length === 1;
const sideBySide = availableParallelism() > 1 ? lanes : [lanes.flat()];
const rows = (await Promise.all(sideBySide.map(runInOrder))).flat();

const {lines, passed} = summarize({
  rows,
  seconds: (performance.now() - start) / 1000,
  notProven: readNotes('not-proven'),
  isCi: Boolean(process.env.CI),
});
console.log(`\n${lines.join('\n')}`);
if (isQuick)
  console.log(
    'Quick: all but lint, PostgreSQL, what a tag may say, what the button looks like and tells, the till, mandates, promotions, the built package, sandbox and shop.',
  );
process.exit(passed ? 0 : 1);

async function runInOrder(lane) {
  const rows = [];
  for (const {part, args} of lane) {
    const start = performance.now();
    let ok = await run(part, args);
    let unsteady = [];
    if (!ok && part === 'unit' && !named.length) {
      const {failures = [part], failedFiles = []} = readCounts(results) ?? {};
      unsteady = failures;
      ok = await run(part, failedFiles.length ? [...args, '--files', ...failedFiles] : args);
    }
    const seconds = (performance.now() - start) / 1000;
    rows.push({part, ok, seconds, counts: countsOf(part, ok ? unsteady : [])});
    // What does not build can't be tested.
    if (!ok && part === 'build') break;
  }
  return rows;
}

/** Runs a part; resolves with whether it passed. Of several, each line says whose it is. */
async function run(part, args) {
  console.log(`— ${part}`);
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of isAlone ? [] : [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => console.log(`${part} │ ${line}`));
  }
  const [code] = await once(child, 'close');
  return code === 0;
}

/** Lines, each of them once: several workers leave the same. */
function readNotes(name) {
  const path = `${results}/${name}.txt`;
  return existsSync(path) ? [...new Set(readFileSync(path, 'utf8').trim().split('\n'))] : [];
}

function countsOf(part, unsteady) {
  if (part === 'unit') return {...readCounts(results), unsteady};
  return part === driven.part ? playwrightCounts() : undefined;
}

function playwrightCounts() {
  const report = readJson(`${results}/playwright.json`);
  if (!report) return undefined;
  const {expected, flaky, unexpected, skipped} = report.stats;
  const unsteady = specsOf(report)
    .filter(({tests}) => tests.some(({status}) => status === 'flaky'))
    .map(({file, line, title}) => `${file}:${line} › ${title}`);
  return {passed: expected + flaky, failed: unexpected, skipped, unsteady};
}

/** All tests of a suite and of the suites in it. */
function specsOf({specs = [], suites = []}) {
  return [...specs, ...suites.flatMap(specsOf)];
}
