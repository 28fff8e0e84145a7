// `npm run chaos -- NAME`: what must stay true when everything goes wrong at once.
import {spawnSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {ensurePackages} from './ensure.js';
import {buildIfStale} from './stale.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = `${root}/dist/test/chaos-${process.pid}`;

ensurePackages();
buildIfStale();
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  ssr: {external: ['rzp-magic-button/sandbox.js']},
  build: {outDir, ssr: `${root}/test/chaos/chaos.ts`, target: 'node20'},
});
const {status} = spawnSync(process.execPath, [`${outDir}/chaos.js`, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(outDir, {recursive: true, force: true});
process.exit(status ?? 1);
