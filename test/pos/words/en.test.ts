import {expect} from '@esm-bundle/chai';
import {words} from '../../../src/pos/words/en.js';
import {DEVICE_ERRORS, type DeviceErrorKey} from '../../../src/wire/device.js';

describe('what a cashier is told', () => {
  for (const key of Object.keys(DEVICE_ERRORS) as DeviceErrorKey[]) {
    it(`after ${key} is what happened, that nothing was paid, and what to do`, () => {
      expect(words.failed(key)).to.match(/^[A-Z].*\. Nothing was paid\. [A-Z].*\.$/);
      expect(words.failed(key)).to.not.match(/charged|error|code|undefined/i);
    });

    it(`while ${key} leaves a doubt is not to charge again`, () => {
      expect(words.doubt(key)).to.contain('Do not charge again');
      expect(words.doubt(key)).to.not.contain('Nothing was paid');
    });
  }
});
