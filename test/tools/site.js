// The documentation as static files, in dist/site.
import {spawnSync} from 'node:child_process';
import {existsSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {isOlder} from './stale.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = `${root}/dist/demo/.site-built`;

/** Where it is. */
const SITE = `${root}/dist/site`;

/** Builds the site of the package that is built. */
export async function buildSite() {
  process.env.NODE_ENV = 'production';
  for (const part of ['site', 'site-page']) await build({root, mode: part, logLevel: 'warn'});
  const {status} = spawnSync(process.execPath, ['dist/demo/site.js', root, SITE], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
}

export async function buildSiteIfStale() {
  if (existsSync(SITE) && !isOlder(stamp, ['README.md', '.github'])) return;
  await buildSite();
}
