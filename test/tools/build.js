// Builds the whole package into dist/, or the parts that are named: `npm run build -- cdn sandbox`.
import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build, runnerImport} from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (...args) => {
  const {status} = spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'});
  if (status !== 0) process.exit(status ?? 1);
};
const COMMANDS = {
  before: () => writeFileSync(`${root}/dist/cdn/before.css`, aLineAComment('src/face/before.css')),
  types: () => run('test/tools/types.js'),
  manifest: () =>
    run(
      'node_modules/@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--config',
      'test/tools/custom-elements-manifest.js',
    ),
  'tag-types': () => run('test/tools/tag-types.js'),
  notices: () => run('test/tools/notices.js'),
  codes: () => run('test/tools/codes.js'),
  llms: () => run('test/tools/llms.js'),
};
const {
  module: {BUILDS},
} = await runnerImport(`${root}/vite.config.ts`);
/** In their order: what is loaded later is built first. Those of the site are built with it: site.js. */
const PARTS = [
  ...Object.keys(BUILDS).filter((part) => !part.startsWith('site')),
  ...Object.keys(COMMANDS),
];

const named = process.argv.slice(2);
for (const name of named.filter((name) => !PARTS.includes(name))) {
  console.error(`No part "${name}". There are: ${PARTS.join(', ')}.`);
  process.exit(1);
}
if (!named.length) clear();
process.env.NODE_ENV = 'production';
for (const part of named.length ? named : PARTS) {
  if (COMMANDS[part]) COMMANDS[part]();
  else await build({root, mode: part, logLevel: 'warn'});
}

/** Returns a style sheet in which what a comment speaks of is a line, without the comment. */
function aLineAComment(file) {
  const parts = readFileSync(`${root}/${file}`, 'utf8').split(/\/\*.*?\*\//s);
  const line = (part) => part.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1');
  return `${parts
    .map((part) => line(part).trim())
    .filter(Boolean)
    .join('\n')}\n`;
}

/** Takes away what was built before, and leaves what tests have written. */
function clear() {
  mkdirSync(`${root}/dist`, {recursive: true});
  for (const name of readdirSync(`${root}/dist`).filter((name) => name !== 'test')) {
    rmSync(`${root}/dist/${name}`, {recursive: true, force: true});
  }
}
