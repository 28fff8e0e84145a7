// Where the Chromiums are that tests drive. It imports nothing but Node, so that it runs before
// anything is installed.
import {spawnSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const playwrights = () => {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
};

/** Playwright keeps its shell beside its browser, and tells the place of the browser alone. */
const playwrightsShell = () => {
  const [, folder, build, system, extension = ''] =
    /^(.*)chromium-(\d+)[/\\]chrome-([\w-]+).*?(\.exe)?$/.exec(playwrights() ?? '') ?? [];
  return (
    folder &&
    join(
      `${folder}chromium_headless_shell-${build}`,
      `chrome-headless-shell-${system}`,
      `chrome-headless-shell${extension}`,
    )
  );
};

const isShell = (path) => /headless[-_]shell/.test(path);

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  const {status, stdout} = spawnSync(path, ['--version'], {encoding: 'utf8', timeout: 20_000});
  return status === 0 && /Chrom/.test(stdout);
};

/** Draws no window, and is twice as fast for it. */
const shells = () => [playwrightsShell(), '/usr/bin/chromium-headless-shell'];

const browsers = () => [
  playwrights(),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const asked = () => {
  const path = process.env.CHROMIUM_PATH;
  if (path && !runs(path)) {
    throw new Error(`CHROMIUM_PATH=${path} does not run. Name the browser's executable.`);
  }
  return path || undefined;
};

const firstThatRuns = (paths) => paths.find((path) => path && runs(path));

/** The Chromium of most tests: that of `CHROMIUM_PATH`, else a headless shell, else a browser. */
export const findChromium = () => asked() ?? firstThatRuns([...shells(), ...browsers()]);

/** A Chromium with all that a browser has: a shell keeps no page that one can go back to. */
export function findWholeChromium() {
  const path = asked();
  return path && !isShell(path) ? path : firstThatRuns(browsers());
}

/** Which of the two kinds this machine lacks. */
export function missingChromiums() {
  const found = findChromium();
  const lacksShell = !process.env.CHROMIUM_PATH && !(found && isShell(found));
  return [...(lacksShell ? ['shell'] : []), ...(findWholeChromium() ? [] : ['whole'])];
}

/** Chromium refuses its sandbox to root. */
export const chromiumArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
