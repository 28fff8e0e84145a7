import {expect} from '@esm-bundle/chai';
import '../../src/button/define.js';
import {RzpMagicButton} from '../../src/button/rzp-magic-button.js';

describe('the tag', () => {
  it('is registered', () => {
    expect(customElements.get('rzp-magic-button')).to.equal(RzpMagicButton);
    expect(document.createElement('rzp-magic-button')).to.be.instanceOf(RzpMagicButton);
  });

  it('stays as it is where another copy of this package comes', async () => {
    const address = '../../src/button/define.ts?copy';
    await import(address);
    expect(customElements.get('rzp-magic-button')).to.equal(RzpMagicButton);
  });
});
