// Builds only when a source is newer than what was built.
import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Beside what is not published.
const stamp = `${root}/dist/demo/.built`;
const SOURCES = ['src', 'demo', 'vite.config.ts', 'package.json', 'tsconfig.json', 'test/tools'];

const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
};

/** Whether what a file stamps was made before the sources, or others that are named, were changed. */
export function isOlder(stamp, others = []) {
  const sources = Math.max(...[...SOURCES, ...others].map((path) => newest(`${root}/${path}`)));
  return !existsSync(stamp) || statSync(stamp).mtimeMs <= sources;
}

/** Brings dist/ up to date. */
export function buildIfStale() {
  if (!isOlder(stamp)) return;
  console.log('Building …');
  const {status} = spawnSync(process.execPath, ['test/tools/build.js'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
}
