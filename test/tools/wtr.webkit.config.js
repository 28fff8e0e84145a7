// Unit tests in WebKitGTK, over WebDriver; started by browsers.js, which starts the driver.
import {webdriverLauncher} from '@web/test-runner-webdriver';
import base from './wtr.config.js';

export default {
  ...base,
  concurrency: 1,
  browsers: [
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: Number(process.env.WEBKIT_DRIVER_PORT),
      path: '/',
      logLevel: 'warn',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: process.env.WEBKIT_BROWSER, args: ['--automation']},
      },
    }),
  ],
};
