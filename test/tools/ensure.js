// Makes a fresh clone ready, with nothing but Node: the packages of the lock file, what tests need of
// Chromium (Playwright's own, else the system's, else the package manager's), and other languages.
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {findChromium, missingChromiums} from './chromium.js';
import {isInstalled} from './installed.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The standard output belongs to the command that this makes ready for, such as `npm pack --json`.
const run = (command, args, options = {}) =>
  spawnSync(command, args, {cwd: root, stdio: ['inherit', 2, 2], ...options}).status === 0;

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

/** Installs what the lock file says, unless that was done already. */
export function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node 20.19 or newer is needed. This is ${process.version}.`);
  }
  const {modules, ...versions} = process.versions;
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}/package-lock.json`))
    .update(`${modules} ${versions.napi} ${process.platform} ${process.arch}`)
    .digest('hex');
  const stamp = `${root}/node_modules/.installed`;
  const stamped = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  if (stamped === wanted) return;
  // Without a stamp this Node's npm was asked by hand, if anybody was: `npm ci` takes the stamp away.
  if (stamped === undefined && isInstalled(root)) return writeFileSync(stamp, wanted);
  console.error('Installing packages …');
  // npm's own script runs on every platform without a shell.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Not as it was told to the npm that has started this.
  args.push('--no-json', '--no-dry-run');
  const env = {...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1'};
  if (
    !run(command, [...first, ...args], {env, shell: process.platform === 'win32' && !first.length})
  ) {
    fail('The packages could not be installed. Is the npm registry reachable?');
  }
  writeFileSync(stamp, wanted);
}

/** How each kind of Chromium is installed: by Playwright's own download, or by the package manager. */
const CHROMIUMS = {
  shell: {option: '--only-shell', debian: 'chromium-headless-shell'},
  whole: {option: '--no-shell', debian: 'chromium'},
};

/** Makes sure that there is a Chromium to test with: a shell for most tests, a browser for some. */
export function ensureChromium() {
  const missing = missingChromiums();
  if (missing.length) {
    console.error('Installing Chromium …');
    // Without an option it is both.
    const options = missing.length > 1 ? [] : missing.map((kind) => CHROMIUMS[kind].option);
    run(process.execPath, ['node_modules/playwright/cli.js', 'install', ...options, 'chromium'], {
      timeout: 300_000,
    });
  }
  const packages = missingChromiums().map((kind) => CHROMIUMS[kind].debian);
  if (packages.length) installFromDebian([...packages, 'fonts-noto-core']);
  return (
    findChromium() ??
    fail(
      'No Chromium was found, and none could be downloaded. Install Chromium or Google Chrome, or set CHROMIUM_PATH to the program of one, and run this again. Without one there is: npm run check.',
    )
  );
}

/** What the recipes in other languages run on: what a program must answer, and its Debian packages. */
const LANGUAGES = [
  {program: ['python3', '-c', 'import sqlite3'], packages: ['python3']},
  {program: ['php', '-r', 'new PDO("sqlite::memory:");'], packages: ['php-cli', 'php-sqlite3']},
];

/** Makes sure that Python and PHP are there, each with its SQLite. */
export function ensureLanguages() {
  const missing = () =>
    LANGUAGES.filter(({program: [command, ...args]}) => !answers(command, args));
  const packages = missing().flatMap((language) => language.packages);
  if (!packages.length) return;
  console.error(`Installing ${packages.join(' ')} …`);
  installFromDebian(packages);
  const left = missing().flatMap((language) => language.packages);
  if (left.length)
    fail(`Install ${left.join(' and ')} (so Debian calls them), and run this again.`);
}

const answers = (command, args) => spawnSync(command, args, {stdio: 'ignore'}).status === 0;

/** Installs packages where this is a Debian and we may. */
function installFromDebian(packages) {
  if (!existsSync('/usr/bin/apt-get')) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command, ...args] = [...sudo, 'apt-get'];
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const quiet = {env, stdio: ['ignore', 'ignore', 'inherit']};
  run(command, [...args, 'update', '-q'], quiet);
  run(command, [...args, 'install', '-y', '-q', '--no-install-recommends', ...packages], quiet);
}
