import {expect} from '@esm-bundle/chai';
import {loadPress} from '../../src/button/load-press-beside-script.js';
import * as press from '../../src/button/press.js';

it('a classic script finds what a click needs by an address, under the name that the build gave it', async () => {
  // The build writes the name in its place.
  Object.assign(globalThis, {CLICK_FILE: '/src/button/press.ts'});
  expect(await loadPress()).to.equal(press);
  Reflect.deleteProperty(globalThis, 'CLICK_FILE');
});
