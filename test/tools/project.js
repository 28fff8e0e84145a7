// `npm run test:frameworks` and `npm run test:visual`: a project of Playwright's runner that `npm test`
// leaves out, because what it looks at changes seldom and takes long. What follows the name is for the
// runner: `npm run test:visual -- home-page`.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {ensureChromium, ensurePackages} from './ensure.js';
import {buildIfStale} from './stale.js';

const [project, ...args] = process.argv.slice(2);

ensurePackages();
ensureChromium();
buildIfStale();
const {status} = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config=test/tools/playwright.config.js',
    `--project=${project}`,
    ...args,
  ],
  {cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: 'inherit'},
);
process.exit(status ?? 1);
