// Server, sandbox and end-to-end tests: Playwright's runner, from the root of the package.
import {defineConfig, devices} from '@playwright/test';
import {fileURLToPath} from 'node:url';
import {chromiumArgs, findChromium} from './chromium.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/**
 * Tags of what has a command of its own: what looks at one more size, scheme or language of a page,
 * what goes one more way to what another test goes to, what has everything go wrong at once, and what
 * tries more of what somebody may make up.
 */
const visual = /@visual\b/;
const variant = /@variant\b/;
const chaos = /@chaos\b/;
const fuzz = /@fuzz\b/;
const specs = {testMatch: /.*\.spec\.ts/, grepInvert: [visual, variant]};

/**
 * The tests of a file go to several workers where each takes long, so that the last file does not keep
 * one busy alone. Elsewhere a worker that takes whole files has fewer of them to load.
 */
const spread = {fullyParallel: true};

export default defineConfig({
  outputDir: `${root}/dist/test/results`,
  tsconfig: './tsconfig/playwright.json',
  // Checkouts mostly wait: six of them keep two cores busy, four do not once lint is over.
  workers: 6,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', {outputFile: `${root}/dist/test/playwright.json`}]],
  // Only what hangs waits so long: a machine that has much to do fails no test.
  timeout: 120_000,
  expect: {
    timeout: 20_000,
    // Two versions of a browser draw the edge of a curve a little differently.
    toHaveScreenshot: {threshold: 0.05, maxDiffPixels: 200, scale: 'css'},
  },
  // Beside the spec, for every system alike.
  snapshotPathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
  use: {
    // Recording slows every browser down: ask for it with TRACE=1.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    // What moves is drawn by the processor here, a tenth of the whole run.
    contextOptions: {reducedMotion: 'reduce'},
    launchOptions: {executablePath: findChromium(), args: chromiumArgs},
  },
  projects: [
    // Each project starts workers of its own: what needs nothing of its own is in one.
    {
      name: 'server',
      testDir: `${root}/test`,
      testMatch: /test\/(server|wire|chaos|doctor|cli|tools)\b.*\.spec\.ts/,
      grepInvert: [chaos, fuzz],
    },
    {name: 'sandbox', testDir: `${root}/test/sandbox`, ...specs, use: devices['Desktop Chrome']},
    {name: 'package', testDir: `${root}/test/package`, ...specs},
    {
      name: 'shop',
      testDir: `${root}/test/demo`,
      ...specs,
      ...spread,
      use: devices['Desktop Chrome'],
    },
    // `npm test` names its projects, and not these, which have commands of their own.
    {name: 'chaos', testDir: `${root}/test/chaos`, ...specs, grep: chaos},
    {name: 'fuzz', testDir: `${root}/test/server`, ...specs, grep: fuzz},
    {
      name: 'variants',
      testDir: `${root}/test`,
      testMatch: /test\/(sandbox|demo|package)\b.*\.spec\.ts/,
      grep: variant,
      ...spread,
      use: devices['Desktop Chrome'],
    },
    {name: 'frameworks', testDir: `${root}/test/frameworks`, ...specs},
    {name: 'runtimes', testDir: `${root}/test/runtimes`, ...specs},
    {
      name: 'recipes',
      testDir: `${root}/test/recipes`,
      ...specs,
      ...spread,
      use: devices['Desktop Chrome'],
    },
    {
      name: 'visual',
      testDir: `${root}/test`,
      testMatch: /test\/(sandbox|demo)\b.*\.spec\.ts/,
      grep: visual,
      ...spread,
      use: devices['Desktop Chrome'],
    },
  ],
});
