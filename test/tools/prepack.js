// Before a package is packed, by `npm pack` or `npm publish`: installs what is missing, builds, and
// checks what was built, so that none can be made without its files.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {ensurePackages} from './ensure.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

function run(...args) {
  const {status} = spawnSync(process.execPath, args, {
    cwd: root,
    // What `npm pack --json` answers stands alone on the standard output.
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}

ensurePackages();
run('test/tools/build.js');
run(
  'node_modules/@playwright/test/cli.js',
  'test',
  '--config',
  'test/tools/playwright.config.js',
  '--project=package',
  'contents',
  'entries',
);
