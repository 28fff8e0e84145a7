// Unit tests of the browser half: @web/test-runner, from the root of the package.
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {fileURLToPath} from 'node:url';
import {chromiumArgs, findChromium} from './chromium.js';
import {counts} from './wtr-counts.js';
import {testServer} from './wtr-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default {
  rootDir: root,
  files: `${root}/test/{button,checkout,face,pos}/**/*.test.ts`,
  hostname: '127.0.0.1',
  // They mostly wait.
  concurrency: 4,
  nodeResolve: {exportConditions: ['browser', 'development']},
  middleware: [testServer],
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode.'),
  plugins: [esbuildPlugin({ts: true, target: 'es2022', tsconfig: `${root}/tsconfig.json`})],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {executablePath: findChromium(), args: chromiumArgs},
    }),
  ],
  reporters: [defaultReporter({reportTestProgress: !process.env.CI}), counts(`${root}/dist/test`)],
  // Only what hangs waits so long: a machine that has much to do fails no test.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  testFramework: {config: {timeout: 60_000}},
};
