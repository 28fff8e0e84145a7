// `npm run test:visual` and its like, `test:chaos`, `test:frameworks`, `test:fuzz`, `test:recipes`,
// `test:runtimes` and `test:variants`: a project of Playwright's runner that `npm test` leaves out,
// because it takes long and what it looks at changes seldom. What follows the name is for the runner:
// `npm run test:visual -- home-page`.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {ensureChromium, ensureLanguages, ensurePackages} from './ensure.js';
import {buildIfStale} from './stale.js';

const [project, ...args] = process.argv.slice(2);

ensurePackages();
ensureChromium();
if (project === 'recipes') ensureLanguages();
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
