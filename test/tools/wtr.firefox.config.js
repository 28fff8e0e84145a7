// Unit tests in Firefox, over WebDriver BiDi; started by browsers.js.
import {chromeLauncher} from '@web/test-runner-chrome';
import base from './wtr.config.js';

export default {
  ...base,
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH,
        headless: true,
      },
    }),
  ],
};
