// Where a browser may be, which the doctor then names: src/doctor/page/open-browser.ts.
import {expect} from '@playwright/test';
import {installedChromium} from '../../../src/doctor/page/installed-chromium.js';
import {test} from '../../fixtures/server/test.js';

for (const [system, platform, path] of [
  ['a Debian', 'linux', '/usr/bin/chromium'],
  ['an Ubuntu', 'linux', '/usr/bin/google-chrome'],
  ['a Mac', 'darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['a Windows', 'win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  [
    'a Windows with its own',
    'win32',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
] as const)
  test(`a browser is found on ${system}`, () => {
    const env = {PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)'};
    expect(installedChromium(platform, env, (place) => place === path)).toBe(path);
    expect(installedChromium(platform, env, () => false)).toBeUndefined();
  });
