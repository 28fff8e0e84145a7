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

/** Brings dist/ up to date. */
export function buildIfStale() {
  const sources = Math.max(...SOURCES.map((path) => newest(`${root}/${path}`)));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > sources) return;
  console.log('Building …');
  const {status} = spawnSync(process.execPath, ['test/tools/build.js'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
}
