import {expect} from '@esm-bundle/chai';
import {loadSale} from '../../src/pos/load-sale.js';
import {loadSale as loadBesideScript} from '../../src/pos/load-sale-beside-script.js';
import {loadSale as loadBesideModule} from '../../src/pos/load-sale-beside-module.js';
import * as sale from '../../src/pos/press-sale.js';
import {RzpPosButton} from '../../src/pos/rzp-pos-button.js';
import {pageState} from '../../src/checkout/shell/page-state.js';
import '../../src/pos/files-property.js';

describe('what a press needs', () => {
  it('is there for a bundler', async () => {
    expect(await loadSale()).to.equal(sale);
  });

  for (const [what, load] of Object.entries({script: loadBesideScript, module: loadBesideModule}))
    it(`is found beside a ${what}, under the name that the build gave it`, async () => {
      // The build writes the name in its place.
      Object.assign(globalThis, {CLICK_FILE: '/src/pos/press-sale.ts'});
      expect(await load()).to.equal(sale);
      Reflect.deleteProperty(globalThis, 'CLICK_FILE');
    });

  it('is sought where the page says', () => {
    Object.assign(RzpPosButton, {files: '/vendor/'});
    expect(pageState().files).to.equal('/vendor/');
    delete pageState().files;
  });
});
