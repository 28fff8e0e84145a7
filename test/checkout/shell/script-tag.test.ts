import {expect} from '@open-wc/testing';
import {scriptAddress} from '../../../src/checkout/shell/script-tag.js';
import {MAGIC_CHECKOUT_URL} from '../../../src/wire/addresses.js';

describe('the address of the script', () => {
  const official = MAGIC_CHECKOUT_URL;
  const allowed = ['https://proxy.example'];

  for (const [asked, address] of Object.entries({
    '': official,
    'https://checkout.razorpay.com/v1/checkout.js': 'https://checkout.razorpay.com/v1/checkout.js',
    '/proxy/magic.js': `${location.origin}/proxy/magic.js`,
    'http://localhost:4000/v1/magic-checkout.js': 'http://localhost:4000/v1/magic-checkout.js',
    'http://127.0.0.2/x.js': 'http://127.0.0.2/x.js',
    'http://[::1]:8/x.js': 'http://[::1]:8/x.js',
    'https://proxy.example/x.js': 'https://proxy.example/x.js',
  })) {
    it(`${asked || 'unsaid'} is ${address}`, () => {
      expect(scriptAddress(asked, allowed)).to.equal(address);
    });
  }

  for (const asked of [
    'https://evil.example/x.js',
    'https://checkout.razorpay.com.evil.example/x.js',
    'https://checkout.razorpay.com@evil.example/x.js',
    'http://checkout.razorpay.com/v1/checkout.js',
    '//evil.example/x.js',
    'https://127.0.0.1.evil.example/x.js',
    'https://localhost.evil.example/x.js',
    'data:text/javascript,alert(1)',
    'javascript:alert(1)',
    'https://',
  ]) {
    it(`${asked} is refused`, () => {
      expect(scriptAddress(asked, allowed)).to.be.undefined;
    });
  }

  it('is not a data: address in a page without an origin of its own', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    const answer = new Promise<MessageEvent>((resolve) => addEventListener('message', resolve));
    // Modules need CORS in there, so the function goes in as text.
    frame.srcdoc = `<script>
      const MAGIC_CHECKOUT_URL = ${JSON.stringify(official)};
      const ask = ${scriptAddress.toString()};
      parent.postMessage([origin, ask(''), ask('data:text/javascript,1') ?? 'refused'], '*');
    </script>`;
    document.body.append(frame);
    expect((await answer).data).to.deep.equal(['null', official, 'refused']);
    frame.remove();
  });
});
