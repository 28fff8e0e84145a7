import {expect} from '@esm-bundle/chai';
import {sharedState} from '../../../src/checkout/storage/shared-state.js';
import {scriptAddress} from '../../../src/checkout/script/script-address.js';
import {addScript} from '../../../src/checkout/script/script-tag.js';
import {MAGIC_CHECKOUT_URL} from '../../../src/wire/addresses.js';
import {CHECKOUT_URL} from '../../../src/wire/standard-script.js';

const official = MAGIC_CHECKOUT_URL;

describe('the address of the script', () => {
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
    // Razorpay answers others with what the query says.
    'https://checkout.razorpay.com/v1/checkout.js?callback=alert',
    'https://checkout.razorpay.com/v1/checkout.js#callback',
    'https://checkout.razorpay.com/v1/preferences?callback=alert',
    'https://checkout.razorpay.com/v1/../v1/payments?callback=alert',
    'https://api.razorpay.com/v1/magic-checkout.js',
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

  it('with an empty fragment is refused, or that without it, as Firefox has it', () => {
    expect(scriptAddress(`${CHECKOUT_URL}#`, allowed)).to.be.oneOf([undefined, CHECKOUT_URL]);
  });

  it('is Razorpay’s alone in a page that is on no machine, and no data: address', async () => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    const answer = new Promise<MessageEvent>((resolve) =>
      addEventListener('message', resolve, {once: true}),
    );
    frame.srcdoc = `<script type="module">
      import {scriptAddress} from '${location.origin}/src/checkout/script/script-address.ts';
      const asked = ['', 'data:text/javascript,1', 'http://localhost:4000/v1/magic-checkout.js'];
      const addresses = asked.map((each) => scriptAddress(each, ['null']) ?? 'refused');
      parent.postMessage([origin, ...addresses], '*');
    </script>`;
    document.body.append(frame);
    expect((await answer).data).to.deep.equal(['null', official, 'refused', 'refused']);
    frame.remove();
  });
});

describe('a list of scripts', () => {
  const script = 'https://cdn.example/vendor/magic-checkout.js';

  const other = 'https://cdn.example/other.js';
  const all = [script, `${script}?v=2`, other];

  for (const [what, entry, opens] of [
    ['that very address', script, [script]],
    ['an origin', 'https://cdn.example', all],
    ['an origin with its slash', 'https://cdn.example/', all],
    ['another address of the origin', other, [other]],
    ['an address with a query', `${script}?v=2`, [`${script}?v=2`]],
    ['a folder', 'https://cdn.example/vendor/', []],
    ['a name without https', 'cdn.example', []],
    ['no address', 'http://[', []],
  ] as const)
    it(`with ${what} allows what it says and nothing else`, () => {
      expect(all.filter((each) => scriptAddress(each, [entry]))).to.deep.equal([...opens]);
    });

  it('holds for who brings it alone', () => {
    expect(scriptAddress(script, [script])).to.equal(script);
    expect(scriptAddress(script)).to.equal(undefined);
  });

  it('lets the Trusted Types policy make what it allows, and nothing else', async () => {
    const own = sharedState();
    const {policy} = own;
    delete own.policy;
    try {
      const tag = addScript(scriptAddress('/nothing.js', [`${location.origin}/nothing.js`])!, '');
      expect(await tag).to.equal('error');
      const make = (address: string) => String(own.policy?.createScriptURL(address));
      expect(make(`${location.origin}/nothing.js`)).to.contain('/nothing.js');
      expect(make(official)).to.equal(official);
      for (const other of ['https://evil.example/x.js', 'data:text/javascript,1', `${official}?x`])
        expect(() => make(other)).to.throw(TypeError);
    } finally {
      own.policy = policy;
    }
  });
});
