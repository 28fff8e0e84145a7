// Says which files are not as Prettier writes them. Most are code, and oxfmt, which writes code as
// Prettier does, reads all of it in a second, where Prettier takes half a minute. Prettier itself looks
// at what oxfmt would write otherwise, and at all that is no code.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CODE = '**/*.{ts,tsx,js,jsx}';

const run = (program, args, stdout) =>
  spawnSync(process.execPath, [`node_modules/${program}`, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'inherit'],
  });
const isAsPrettierWrites = (...files) =>
  run('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', ...files], 'inherit').status ===
  0;

const oxfmt = run(
  'oxfmt/bin/oxfmt',
  ['--config=test/tools/oxfmt.config.js', '--list-different', CODE],
  'pipe',
);
const doubtful = oxfmt.stdout.split('\n').filter(Boolean);
const verdicts = [
  // It fails where it lists something, or where it could not run.
  oxfmt.status === 0 || doubtful.length > 0,
  !doubtful.length || isAsPrettierWrites(...doubtful),
  isAsPrettierWrites('.', `!${CODE}`),
];
process.exit(verdicts.every(Boolean) ? 0 : 1);
