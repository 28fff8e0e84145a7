// With src/checkout/request/standard-checkout.ts, which tells one checkout from the other.
import {expect} from '@esm-bundle/chai';
import {CheckoutError} from '../../../src/checkout/shell/checkout-error.js';
import {MAGIC_CHECKOUT_URL} from '../../../src/wire/addresses.js';
import {CHECKOUT_URL} from '../../../src/wire/standard-script.js';
import {prepare, refusal, refusalOf} from '../../fixtures/browser/request.js';
import {KEY_ID, ORDER_ID, SIGNED} from '../../fixtures/samples.js';

describe('a request', () => {
  for (const [what, [changes, message]] of Object.entries({
    'without an order': [{orderId: null}, 'There is no order to pay. Write order-url="…"'],
    'that nobody would confirm': [{verifyUrl: ''}, 'Nobody would confirm the payment.'],
    'without a key': [{keyId: undefined}, 'There is no key. Write key-id="rzp_…"'],
    'with a script for success-url': [
      {successUrl: 'javascript:alert(1)'},
      'success-url="javascript:alert(1)" is not a web address.',
    ],
    'with half an address for success-url': [
      {successUrl: 'https://'},
      'success-url="https://" is not a web address.',
    ],
    'with a secret in the page': [{'key-secret': true}, 'key-secret is in the page'],
    'with a secret in its options': [
      {options: {key_secret: SIGNED.secret}},
      'key_secret is in the page',
    ],
    'with a currency in small letters': [
      {options: {currency: 'inr'}},
      'options.currency="inr" can\'t be used.',
    ],
    'with 16 notes among its options': [
      {options: {notes: Object.fromEntries(Array.from({length: 16}, (_, n) => [n, '']))}},
      'There are 16 notes.',
    ],
    'with too many notes in both places': [
      {
        options: {notes: Object.fromEntries(Array.from({length: 15}, (_, n) => [n, '']))},
        notes: {another: 'one'},
      },
      'There are 16 notes.',
    ],
    'with a handler': [
      {options: {handler: () => undefined}},
      'options.handler would never be called. Listen to rzp-payment or rzp-success instead.',
    ],
    'with an ondismiss': [
      {options: {modal: {ondismiss: () => undefined}}},
      'options.modal.ondismiss would never be called. Listen to rzp-dismiss instead.',
    ],
    'with a colour that is none among its options': [
      {options: {theme: {color: 'blue'}}},
      'options.theme.color="blue" can\'t be used. Write a HEX code',
    ],
    'with a path of options that is no flag': [
      {options: {'modal.escape': 'perhaps'}},
      'options.modal.escape="perhaps" can\'t be used.',
    ],
    'with a place for the checkout that is not there': [
      {options: {parent: '#nowhere'}},
      'options.parent="#nowhere" finds no element',
    ],
    'with a place for the checkout that no selector is': [
      {options: {parent: '##'}},
      'options.parent="##" finds no element',
    ],
    'with a place for the checkout that is no element': [
      {options: {parent: {}}},
      'options.parent="[object Object]" finds no element',
    ],
    'with a redirect among its options that leads nowhere': [
      {options: {redirect: true}},
      'redirect needs callback-url',
    ],
    'with a redirect among its options, as Razorpay reads it, that leads nowhere': [
      {options: {redirect: '1'}},
      'redirect needs callback-url',
    ],
    'with an address among its options that is none': [
      {options: {callback_url: '/cb'}},
      'options.callback_url="/cb" can\'t be used.',
    ],
    'with a key among its options that is none': [{options: {key: 'rzp_prod'}}, "can't be used."],
    'with a script from elsewhere': [
      {scriptUrl: 'https://evil.example/x.js'},
      'script-url="https://evil.example/x.js" is neither',
    ],
  } satisfies Record<string, [object, string]>)) {
    it(`${what} is a configuration error`, async () => {
      const error = await refusal(changes);
      expect(error.code).to.equal('config_invalid');
      expect(error.message).to.contain(message);
    });
  }

  for (const [what, changes] of Object.entries({
    'callback-url': {callbackUrl: 'https://shop.example/cb'},
    'a listener that answers': {answered: true},
    'code of the page': {confirm: () => ({status: 'paid'})},
  })) {
    it(`may be confirmed by ${what} alone`, () => {
      expect(() => prepare({verifyUrl: null, ...changes})).to.not.throw();
    });
  }

  it('needs no key where the order reply can bring it', async () => {
    expect(
      (await refusalOf(() => prepare({keyId: null, orderUrl: '/orders'}, {}))).message,
    ).to.contain('There is no key');
    const {options} = prepare({keyId: null, orderUrl: '/orders'}, {keyId: KEY_ID} as object);
    expect(options.key).to.equal(KEY_ID);
  });

  it('pays with the key of the order reply, which matches the order', () => {
    expect(prepare({}, {keyId: 'rzp_live_other'} as object).options.key).to.equal('rzp_live_other');
  });

  it('does not echo a secret that the order reply brings as a key', async () => {
    const secret = SIGNED.secret;
    const error = await refusalOf(() => prepare({}, {keyId: secret} as object));
    expect(error).to.be.instanceOf(CheckoutError);
    expect(error.message).to.not.contain(secret);
  });
});

describe('what Razorpay gets', () => {
  it('takes options before attributes before the order reply, one field at a time', () => {
    const {options} = prepare(
      {
        options: {
          theme: {color: '#111111', x: 1},
          prefill: {name: 'A', email: 'a@x.example'},
          y: 2,
        },
        themeColor: '#222222',
        prefillName: 'B',
        notes: {from: 'page', page: '1'},
      },
      {options: {prefill: {name: 'C'}, notes: {from: 'server'}}},
    );
    expect(options).to.deep.include({
      theme: {color: '#222222', x: 1},
      prefill: {name: 'C', email: 'a@x.example'},
      notes: {from: 'server', page: '1'},
      y: 2,
    });
  });

  it('takes neither handler, callback, redirect, key nor order from the order reply', () => {
    const {options} = prepare(
      {},
      {
        options: {
          handler: 'x',
          callback_url: 'https://evil.example',
          redirect: true,
          key: 'rzp_test_x',
          order_id: 'order_x',
        },
      },
    );
    expect(options).to.deep.equal({key: KEY_ID, order_id: ORDER_ID, one_click_checkout: true});
  });

  it('is fresh at each opening, so that changes by the script stay there', () => {
    const given = {retry: {enabled: true}, list: [{a: 1}]};
    const {assemble} = prepare({options: given, prefillName: 'Asha'});
    const first = assemble() as {retry: unknown; list: {a: number}[]; prefill: {name: string}};
    first.retry = false;
    first.list[0]!.a = 2;
    first.prefill.name = 'changed';
    expect(given).to.deep.equal({retry: {enabled: true}, list: [{a: 1}]});
    expect(assemble()).to.deep.include({...given, prefill: {name: 'Asha'}});
  });

  it('can be copied where the browser has no structuredClone', () => {
    const own = window.structuredClone;
    Reflect.deleteProperty(window, 'structuredClone');
    try {
      expect(prepare({options: {list: [1]}}).options.list).to.deep.equal([1]);
    } finally {
      window.structuredClone = own;
    }
  });

  it('takes options as Razorpay writes them', () => {
    const given = {
      currency: 'INR',
      recurring: '1',
      redirect: 0,
      retry: false,
      send_sms_hash: 1,
      theme: {color: '#abc'},
      readonly: {email: '1'},
      timeout: '300',
      prefill: {contact: '+919000090000'},
      config: {display: {language: 'hi'}},
    };
    const {options, warnings} = prepare({options: given});
    expect(options).to.deep.include(given);
    expect(warnings).to.be.empty;
  });

  for (const [what, changes] of Object.entries({
    'both are options': {
      options: {redirect: true, callback_url: 'https://shop.example/cb'},
    },
    'the address is an option': {
      redirect: true,
      options: {callback_url: 'https://shop.example/cb'},
    },
    'the redirect is an option': {
      callbackUrl: 'https://shop.example/cb',
      options: {redirect: 'true'},
    },
  })) {
    it(`redirects to an address where ${what}`, () => {
      const {options} = prepare({...changes, verifyUrl: ''});
      expect(String(options.redirect)).to.equal('true');
      expect(options.callback_url).to.equal('https://shop.example/cb');
    });
  }

  it('has no redirect where the attribute says "false", whatever options say', () => {
    expect(prepare({redirect: false, options: {redirect: true}}).options.redirect).to.be.false;
  });

  it('has the key of the options where nothing else says one', () => {
    const options = {key: 'rzp_test_Options00000001'};
    expect(prepare({keyId: '', options}).options.key).to.equal(options.key);
    expect(prepare({options}).options.key).to.equal(KEY_ID);
  });

  for (const retry of [false, {enabled: false}]) {
    it(`allows no retry where options say ${JSON.stringify(retry)}, and an attribute how many`, () => {
      const {options} = prepare({options: {retry}, retryMaxCount: 3});
      expect(options.retry).to.deep.equal({enabled: false, max_count: 3});
    });
  }

  it('leaves functions among the options as they are', () => {
    const onhidden = () => undefined;
    const {options} = prepare({options: {modal: {onhidden}, list: [onhidden]}});
    expect(options).to.deep.include({modal: {onhidden}, list: [onhidden]});
  });

  it('can not change every object of the page', () => {
    const evil = JSON.parse(
      '{"__proto__": {"polluted": 1}, "a": {"__proto__": {"polluted": 1}}}',
    ) as object;
    prepare({options: evil}, {options: evil});
    expect({}).to.not.have.property('polluted');
  });

  for (const [what, changes, order, expected] of [
    ['is Magic Checkout unless said otherwise', {}, {}, true],
    ['is Magic Checkout where recurring is "false"', {recurring: 'false'}, {}, true],
    ['is Standard Checkout where recurring is set', {recurring: 'preferred'}, {}, undefined],
    ['is Standard Checkout where the order reply says recurring', {}, {recurring: '1'}, undefined],
    ['is Standard Checkout where recurring is "1"', {recurring: '1'}, {}, undefined],
    ['is Magic Checkout where the order reply says it is not', {}, {recurring: '0'}, true],
    ['may be ruled out beside recurring', {oneClickCheckout: false, recurring: '1'}, {}, false],
    ['is what the order reply says', {oneClickCheckout: true}, {one_click_checkout: false}, false],
    ['is what options say', {options: {one_click_checkout: false}}, {}, false],
  ] as const) {
    it(what, () => {
      expect(prepare(changes, {options: order}).options.one_click_checkout).to.equal(expected);
    });
  }

  for (const [what, changes, order] of [
    ['attributes', {oneClickCheckout: true, recurring: true}, {}],
    ['an attribute as text', {oneClickCheckout: true, recurring: '1'}, {}],
    ['options', {options: {one_click_checkout: true, recurring: 'preferred'}}, {}],
    ['an attribute and the order reply', {oneClickCheckout: true}, {recurring: '1'}],
    ['the order reply', {}, {recurring: 1, one_click_checkout: true}],
  ] as const)
    it(`takes no mandate: ${what}`, async () => {
      expect((await refusalOf(() => prepare(changes, {options: order}))).message).to.match(
        /exclude each other/,
      );
    });

  for (const [what, changes, script] of [
    ['is Magic Checkout’s', {}, MAGIC_CHECKOUT_URL],
    ['is Standard Checkout’s for a mandate', {recurring: '1'}, CHECKOUT_URL],
    ['is so where options ask for it', {options: {recurring: 'preferred'}}, CHECKOUT_URL],
    ['is what the page says', {recurring: '1', scriptUrl: MAGIC_CHECKOUT_URL}, MAGIC_CHECKOUT_URL],
  ] as const)
    it(`script ${what}`, () => {
      expect(prepare(changes).script).to.equal(script);
    });

  it('has no recurring where the attribute says "false", whatever options say', () => {
    const {options} = prepare({options: {recurring: '1'}, recurring: false});
    expect(options).to.not.have.property('recurring');
    expect(options.one_click_checkout).to.be.true;
  });
});
