// With src/checkout/request/option-paths.ts, where Razorpay looks for each option, and
// src/checkout/request/shown.ts, what is said of a wrong one.
import {expect} from '@esm-bundle/chai';
import {OPTIONS, type OptionName} from '../../../src/checkout/shell/options.js';
import {readOption, attributeOf} from '../../../src/checkout/shell/attributes.js';
import type {RazorpayOptions} from '../../../src/wire/page-script.js';
import {prepare, refusal} from '../../fixtures/browser/request.js';
import {until} from '../../fixtures/browser/wait.js';
import {KEY_ID, ORDER_ID, SIGNED} from '../../fixtures/samples.js';

const at = (options: RazorpayOptions, path: string) =>
  path
    .split('.')
    .reduce<unknown>(
      (place, step) => (place as Record<string, unknown> | undefined)?.[step],
      options,
    );

/** Each option: its attribute, a text in it, where Razorpay looks and what it finds there. */
const WRITTEN: Record<OptionName, [attribute: string, text: string, path: string, value: unknown]> =
  {
    keyId: ['key-id', 'rzp_live_AbC123', 'key', 'rzp_live_AbC123'],
    orderId: ['order-id', ORDER_ID, 'order_id', ORDER_ID],
    businessName: ['business-name', 'Chai & Co', 'name', 'Chai & Co'],
    oneClickCheckout: ['one-click-checkout', 'false', 'one_click_checkout', false],
    showCoupons: ['show-coupons', 'false', 'show_coupons', false],
    prefillName: ['prefill-name', 'Asha', 'prefill.name', 'Asha'],
    prefillEmail: ['prefill-email', 'asha@shop.example', 'prefill.email', 'asha@shop.example'],
    prefillContact: ['prefill-contact', '90000 90000', 'prefill.contact', '+919000090000'],
    couponCode: ['coupon-code', 'DIWALI', 'prefill.coupon_code', 'DIWALI'],
    themeColor: ['theme-color', '#0b5fff', 'theme.color', '#0b5fff'],
    backdropColor: [
      'backdrop-color',
      'rgb(0 0 0 / 50%)',
      'theme.backdrop_color',
      'rgb(0 0 0 / 50%)',
    ],
    modalBackdropclose: ['modal-backdropclose', '', 'modal.backdropclose', true],
    modalEscape: ['modal-escape', 'false', 'modal.escape', false],
    modalHandleback: ['modal-handleback', 'true', 'modal.handleback', true],
    modalConfirmClose: ['modal-confirm-close', '', 'modal.confirm_close', true],
    modalAnimation: ['modal-animation', 'false', 'modal.animation', false],
    callbackUrl: [
      'callback-url',
      'https://shop.example/cb',
      'callback_url',
      'https://shop.example/cb',
    ],
    redirect: ['redirect', 'false', 'redirect', false],
    timeout: ['timeout', '300', 'timeout', 300],
    readonlyName: ['readonly-name', '', 'readonly.name', true],
    readonlyEmail: ['readonly-email', '', 'readonly.email', true],
    readonlyContact: ['readonly-contact', '', 'readonly.contact', true],
    sendSmsHash: ['send-sms-hash', '', 'send_sms_hash', true],
    retry: ['retry', 'false', 'retry.enabled', false],
    retryMaxCount: ['retry-max-count', '4', 'retry.max_count', 4],
    language: ['language', 'ta', 'config.display.language', 'tam'],
    customerId: ['customer-id', 'cust_1', 'customer_id', 'cust_1'],
    recurring: ['recurring', '', 'recurring', '1'],
  };

describe('each option', () => {
  for (const [name, [attribute, text, path, value]] of Object.entries(WRITTEN)) {
    const kind = OPTIONS[name as OptionName];
    it(`${attribute}="${text}" is ${path} for Razorpay`, () => {
      expect(attributeOf(name)).to.equal(attribute);
      const {options, warnings} = prepare({[name]: readOption(kind, text)});
      expect(at(options, path)).to.equal(value);
      expect(warnings).to.be.empty;
    });
    it(`${attribute} may be set as a text by JavaScript`, () => {
      expect(at(prepare({[name]: text || 'true'}).options, path)).to.equal(value);
    });
  }

  for (const absent of [undefined, null, '']) {
    it(`stays absent with ${absent === '' ? 'an empty text' : absent}`, () => {
      const texts = Object.keys(OPTIONS).filter(
        (name) => !['keyId', 'orderId'].includes(name) && (absent !== '' || !isFlag(name)),
      );
      expect(
        prepare(Object.fromEntries(texts.map((name) => [name, absent]))).options,
      ).to.deep.equal({
        key: KEY_ID,
        order_id: ORDER_ID,
        one_click_checkout: true,
      });
    });
  }
  const isFlag = (name: string) => ['flag', 'recurring'].includes(OPTIONS[name as OptionName]);
});

describe('a bad value', () => {
  for (const [what, [changes, message]] of Object.entries({
    'a flag that says yes': [
      {showCoupons: 'yes'},
      'show-coupons="yes" can\'t be used. Write "true" or "false", or leave it out.',
    ],
    'a flag in capitals': [{modalEscape: 'FALSE'}, 'modal-escape="FALSE" can\'t be used.'],
    'a colour by name': [{themeColor: 'red'}, 'theme-color="red" can\'t be used. Write a HEX code'],
    'half a second': [{timeout: '0.5'}, 'timeout="0.5" can\'t be used. Write a whole number'],
    'minus one': [{retryMaxCount: -1}, 'retry-max-count="-1" can\'t be used.'],
    'a path to call back': [{callbackUrl: '/cb'}, 'callback-url="/cb" can\'t be used.'],
    'a script to call back': [{callbackUrl: 'javascript:alert(1)'}, 'callback-url="javascript:'],
    'an id of something else': [
      {orderId: 'pay_1'},
      'order-id="pay_1" can\'t be used. Write the id',
    ],
    'a customer that is none': [{customerId: '7'}, 'customer-id="7" can\'t be used.'],
    'another word for recurring': [{recurring: 'maybe'}, 'recurring="maybe" can\'t be used.'],
    'an object as a text': [{businessName: {}}, 'business-name="[object Object]" can\'t be used.'],
    'redirect alone': [{redirect: true}, 'redirect needs callback-url'],
    'a key id of another kind': [{keyId: 'rzp_prod'}, 'key-id="rzp_prod" can\'t be used.'],
  } satisfies Record<string, [object, string]>)) {
    it(`is refused with its attribute and what to write: ${what}`, async () => {
      const error = await refusal(changes);
      expect(error).to.include({code: 'config_invalid', retryable: false});
      expect(error.message).to.contain(message);
    });
  }

  for (const [what, secret] of Object.entries({
    'a key secret': SIGNED.secret,
    'key and secret': `rzp_test_1DP5mmOlF5G5ag:${SIGNED.secret}`,
    'a webhook secret': 'correct horse battery',
    'a secret with our prefix': `rzp_secret_${SIGNED.secret}`,
  })) {
    it(`is not echoed where it may be ${what}`, async () => {
      const {message} = await refusal({keyId: secret});
      for (const part of secret.split(/[:_ ]/).filter(({length}) => length > 6)) {
        expect(message).to.not.contain(part);
      }
      expect(message).to.contain('key-id holds');
    });
  }

  it('says of a key secret to take it off the page', async () => {
    expect((await refusal({keyId: SIGNED.secret})).message).to.contain('Take it off the page');
  });
});

describe('a contact', () => {
  for (const [typed, sent] of Object.entries({
    '+919000090000': '+919000090000',
    '9000090000': '+919000090000',
    '09000090000': '+919000090000',
    '90000-90000': '+919000090000',
    '(90000) 90.000': '+919000090000',
    '+91 90000 90000': '+919000090000',
    '0091 90000 90000': '+919000090000',
    '919000090000': '+919000090000',
    '+1 (415) 555-0132': '+14155550132',
    '00 44 20 7946 0018': '+442079460018',
  })) {
    it(`${typed} is ${sent}`, () => {
      const {options, warnings} = prepare({prefillContact: typed});
      expect(options.prefill).to.deep.equal({contact: sent});
      expect(warnings).to.be.empty;
    });
  }

  for (const typed of ['12345', 'call me', '+0123456789', '+91900009000012345', '90000900001']) {
    it(`${typed} is left out with a warning`, async () => {
      const {options, warnings} = prepare({prefillContact: typed});
      expect(options.prefill).to.be.undefined;
      await until(() => warnings.length);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(`prefill-contact="${typed}" is left out.`);
    });
  }
});

describe('a language', () => {
  for (const [typed, sent] of Object.entries({
    en: 'en',
    ben: 'ben',
    hi: 'hi',
    mar: 'mar',
    guj: 'guj',
    tam: 'tam',
    tel: 'tel',
    kan: 'kan',
    bn: 'ben',
    mr: 'mar',
    gu: 'guj',
    ta: 'tam',
    te: 'tel',
    kn: 'kan',
    'hi-IN': 'hi',
    TA: 'tam',
  })) {
    it(`${typed} is ${sent}`, () => {
      expect(prepare({language: typed}).options.config).to.deep.equal({display: {language: sent}});
    });
  }

  for (const typed of ['fr', 'constructor', 'english']) {
    it(`${typed} is left out with a warning`, async () => {
      const {options, warnings} = prepare({language: typed});
      expect(options.config).to.be.undefined;
      await until(() => warnings.length);
      expect(warnings[0]).to.contain(`language="${typed}" is left out.`);
    });
  }
});

describe('notes', () => {
  const notes = (count: number) =>
    Object.fromEntries(Array.from({length: count}, (_, i) => [`n${i}`, i]));

  it('reach Razorpay as texts, without those that are absent', () => {
    const {options} = prepare({notes: {a: 1, b: true, c: 'x', d: null, e: undefined}});
    expect(options.notes).to.deep.equal({a: '1', b: 'true', c: 'x'});
  });

  it('may be 15 of 256 characters', () => {
    expect(() => prepare({notes: {...notes(14), long: 'x'.repeat(256)}})).to.not.throw();
  });

  it('are refused when they are 16', async () => {
    expect((await refusal({notes: notes(16)})).message).to.equal(
      'There are 16 notes. Razorpay takes 15 at most.',
    );
  });

  it('are refused when one is too long', async () => {
    expect((await refusal({notes: {gift: 'x'.repeat(257)}})).message).to.equal(
      'The note "gift" has 257 characters. Razorpay takes 256 at most.',
    );
  });
});
