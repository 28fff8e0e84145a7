import {expect} from '@esm-bundle/chai';
import {importBesideScript} from '../../src/face/beside-script.js';
import * as css from '../../src/face/css.js';

it('what lies beside a classic script is found by an address, under the name that the build gave it', async () => {
  // The build writes the name in its place.
  Object.assign(globalThis, {CLICK_FILE: '/src/face/css.ts'});
  expect(await importBesideScript()).to.equal(css);
  Reflect.deleteProperty(globalThis, 'CLICK_FILE');
});
