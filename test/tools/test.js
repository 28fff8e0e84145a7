// `npm test`: everything, from a fresh clone in one command; `npm test -- lint unit` for parts.
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {ensureChromium, ensurePackages} from './ensure.js';
import {summarize} from './summary.js';

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
  types: node(
    'node_modules/typescript/bin/tsc',
    '--build',
    ...['browser', 'node', 'unit', 'specs'].map((name) => `test/tools/tsconfig/${name}.json`),
  ),
  rules: node('test/tools/architecture/check.js'),
  lint: node('node_modules/eslint/bin/eslint.js', '--config', 'test/tools/eslint.config.js', '.'),
  build: node('test/tools/build.js'),
  unit: node('node_modules/@web/test-runner/dist/bin.js', '--config', 'test/tools/wtr.config.js'),
  server: playwright('tools', 'server', 'sandbox', 'package', 'shop'),
};

const named = process.argv.slice(2);
for (const name of named.filter((name) => !(name in PARTS))) {
  console.error(`No part "${name}". There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
// The rooms are still being mended.
const parts = named.length ? named : Object.keys(PARTS).filter((part) => part !== 'rules');

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

const {lines, passed} = summarize({
  rows,
  // A runner that did not run has left none.
  unit: readReport('unit'),
  playwright: readReport('playwright'),
  notProven: readNotes('not-proven'),
  isCi: Boolean(process.env.CI),
});
console.log(`\n${lines.join('\n')}`);
process.exit(passed ? 0 : 1);

/** Lines, each of them once: several workers leave the same. */
function readNotes(name) {
  const path = `${root}/dist/test/${name}.txt`;
  return existsSync(path) ? [...new Set(readFileSync(path, 'utf8').trim().split('\n'))] : [];
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(`${root}/dist/test/${name}.json`, 'utf8'));
  } catch {
    return undefined;
  }
}
