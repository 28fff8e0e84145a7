// Where the Chromium is that tests drive. It imports nothing but Node, so that it runs before
// anything is installed.
import {spawnSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {createRequire} from 'node:module';

const playwrights = () => {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
};

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  const {status, stdout} = spawnSync(path, ['--version'], {encoding: 'utf8', timeout: 20_000});
  return status === 0 && /Chrom/.test(stdout);
};

/** The first Chromium that runs: `CHROMIUM_PATH`, Playwright's own, a system one. */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (runs(asked)) return asked;
    throw new Error(`CHROMIUM_PATH=${asked} does not run. Name the browser's executable.`);
  }
  return [
    playwrights(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find((path) => path && runs(path));
}

/** Chromium refuses its sandbox to root. */
export const chromiumArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
