// `npm test`: everything, from a fresh clone in one command; `npm test -- lint unit` for parts.
import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {ensureChromium, ensurePackages} from './ensure.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const node = (...args) => [process.execPath, ...args];
const playwright = (...projects) =>
  node(
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'test/tools/playwright.config.js',
    ...projects.map((project) => `--project=${project}`),
  );

const PARTS = {
  format: node('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  types: node('node_modules/typescript/bin/tsc', '-p', '.'),
  lint: node('node_modules/eslint/bin/eslint.js', '--config', 'test/tools/eslint.config.js', '.'),
  build: node('test/tools/build.js'),
  unit: node('node_modules/@web/test-runner/dist/bin.js', '--config', 'test/tools/wtr.config.js'),
  server: playwright('server', 'sandbox', 'package', 'shop'),
};

const named = process.argv.slice(2);
for (const name of named.filter((name) => !(name in PARTS))) {
  console.error(`No part "${name}". There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
const parts = named.length ? named : Object.keys(PARTS);

ensurePackages();
if (parts.some((part) => part === 'unit' || part === 'server')) ensureChromium();
rmSync(`${root}/dist/test`, {recursive: true, force: true});

const rows = [];
for (const part of parts) {
  console.log(`\n— ${part}`);
  const [command, ...args] = PARTS[part];
  const start = performance.now();
  const {status} = spawnSync(command, args, {cwd: root, stdio: 'inherit'});
  rows.push({part, ok: status === 0, seconds: (performance.now() - start) / 1000});
  // What does not build can't be tested.
  if (status !== 0 && part === 'build') break;
}

/** What the runners counted, each in its own report. */
const counts = {passed: 0, failed: 0, skipped: 0};
const count = (name, read) => {
  try {
    const found = read(JSON.parse(readFileSync(`${root}/dist/test/${name}.json`, 'utf8')));
    for (const kind of Object.keys(counts)) counts[kind] += found[kind];
  } catch {
    // That runner did not run.
  }
};
count('unit', (report) => report);
count('playwright', ({stats}) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
}));

/** What could not run on this machine, as the tests said. */
function notProven() {
  try {
    return JSON.parse(readFileSync(`${root}/dist/test/not-proven.json`, 'utf8'));
  } catch {
    return [];
  }
}

console.log('\nSummary');
for (const {part, ok, seconds} of rows) {
  console.log(
    `  ${ok ? 'ok    ' : 'FAILED'}  ${part.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`,
  );
}
for (const reason of notProven()) {
  console.log(`\nNOT PROVEN: ${reason}`);
  if (process.env.CI) counts.failed += 1;
}
const failed = rows.filter(({ok}) => !ok).length || counts.failed;
if (failed && !counts.failed) counts.failed = failed;
const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(failed ? 1 : 0);
