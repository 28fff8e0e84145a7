import {expect} from '@playwright/test';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from '../fixtures/server/test.js';
import {isInstalled} from './installed.js';

const LIT = {version: '3.3.3', integrity: 'sha512-lit'};
const WINDOWS = {version: '1.0.0', integrity: 'sha512-windows', optional: true};
const OURS = {'node_modules/lit': LIT, 'node_modules/zod': {version: '4.6.7', dev: true}};
const ALL = {...OURS, 'node_modules/windows': WINDOWS};
const LOCKED = {'': {name: 'shop'}, ...ALL};

const CASES: Record<string, [packages: object | undefined, isInstalled: boolean]> = {
  'all that is locked': [ALL, true],
  'all but what is for another platform': [OURS, true],
  nothing: [undefined, false],
  'no package': [{}, false],
  'only what it runs on': [{'node_modules/lit': LIT}, false],
  'another version': [{...OURS, 'node_modules/lit': {...LIT, version: '3.3.2'}}, false],
  'the same version of another origin': [
    {...OURS, 'node_modules/lit': {...LIT, integrity: 'sha512-other'}},
    false,
  ],
  'a package more': [{...OURS, 'node_modules/vite': {version: '8.3.8'}}, false],
};

for (const [what, [packages, expected]] of Object.entries(CASES))
  test(`npm ${expected ? 'is done' : 'has to install'} where there is ${what}`, () => {
    const root = mkdtempSync(join(tmpdir(), 'installed-'));
    mkdirSync(join(root, 'node_modules'));
    const write = (path: string, lock: object) =>
      writeFileSync(join(root, path), JSON.stringify({lockfileVersion: 3, packages: lock}));
    write('package-lock.json', LOCKED);
    if (packages) write('node_modules/.package-lock.json', packages);

    expect(isInstalled(root)).toBe(expected);
    rmSync(root, {recursive: true});
  });
