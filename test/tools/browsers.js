// Unit tests in Firefox and WebKit. What the machine lacks ends the output with "NOT PROVEN: …"; with
// CI=true it fails.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {connect} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUNNER = `${root}/node_modules/@web/test-runner/dist/bin.js`;
const DRIVER_PORT = 4455;
const DISPLAY = ':97';

const first = (paths) => paths.find((path) => path && existsSync(path));
const onPath = (name) =>
  first((process.env.PATH ?? '').split(':').map((folder) => `${folder}/${name}`));

const firefox = first([
  process.env.FIREFOX_PATH,
  onPath('firefox-esr'),
  onPath('firefox'),
  '/Applications/Firefox.app/Contents/MacOS/firefox',
]);
const webkit = {
  browser: first(
    ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((machine) =>
      ['4.1', '6.0', '4.0'].map(
        (version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`,
      ),
    ),
  ),
  driver: onPath('WebKitWebDriver'),
  display: onPath('Xvfb'),
};

/** Runs the unit tests with a config of this folder; resolves with whether they pass. */
const unitTests = (config, env = {}) =>
  spawnSync(process.execPath, [RUNNER, '--config', `${root}/test/tools/${config}`], {
    cwd: root,
    stdio: 'inherit',
    env: {...process.env, ...env},
  }).status === 0;

/** Starts a program that serves the tests and returns how it is stopped. */
function start(program, args, env) {
  const child = spawn(program, args, {stdio: 'ignore', env: {...process.env, ...env}});
  return () => child.kill();
}

async function listens(port) {
  for (let tries = 0; tries < 50; tries++) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () =>
        resolve(false),
      );
      socket.on('connect', () => socket.end());
    });
    if (open) return;
    await pause(100);
  }
  throw new Error(`Nothing listens on port ${port}.`);
}

async function inWebKit() {
  const env = {
    DISPLAY,
    LIBGL_ALWAYS_SOFTWARE: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
  };
  const stops = [
    start(webkit.display, [DISPLAY, '-screen', '0', '1280x800x24', '-nolisten', 'tcp']),
  ];
  try {
    await pause(1_000);
    stops.push(start(webkit.driver, [`--port=${DRIVER_PORT}`, '--host=127.0.0.1'], env));
    await listens(DRIVER_PORT);
    return unitTests('wtr.webkit.config.js', {
      WEBKIT_BROWSER: webkit.browser,
      WEBKIT_DRIVER_PORT: String(DRIVER_PORT),
    });
  } finally {
    for (const stop of stops.reverse()) stop();
  }
}

const named = process.argv.slice(2);
const wanted = (name) => !named.length || named.includes(name);
const unproven = [];
let passed = true;

if (wanted('firefox')) {
  if (!firefox) unproven.push('Firefox (not installed)');
  else passed = unitTests('wtr.firefox.config.js', {FIREFOX_PATH: firefox}) && passed;
}
if (wanted('webkit')) {
  const missing = Object.entries(webkit).filter(([, path]) => !path);
  if (missing.length) {
    unproven.push(`WebKit (its ${missing.map(([part]) => part).join(' and ')} not installed)`);
  } else passed = (await inWebKit()) && passed;
}
if (unproven.length) console.log(`NOT PROVEN: ${unproven.join(', ')}`);
process.exitCode = passed && !(unproven.length && process.env.CI) ? 0 : 1;
