import {expect} from '@esm-bundle/chai';
import '../../../src/button/define.js';
import {requestOf} from '../../../src/button/request-of.js';
import * as speech from '../../../src/button/speech.js';
import type {RzpErrorEvent} from '../../../src/checkout/events/events.js';
import {sentenceOf} from '../../../src/checkout/words/refusal.js';
import '../../fixtures/browser/console.js';
import {prepare} from '../../fixtures/browser/button.js';

const tag = (attributes: Record<string, string>) => {
  const button = document.createElement('rzp-magic-button');
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
  return Object.assign(button, {speech});
};

/** What frameworks leave in the tag, and the words by which the message says what to do. */
const WRONG: Record<string, [attributes: Record<string, string>, ...words: string[]]> = {
  "Vue's :order-data": [
    {'order-data': '[object Object]'},
    'order-data',
    'button.orderData',
    ':orderData.prop',
    'order-data=\'{"sku": "assam"}\'',
  ],
  'order-data from an empty template': [{'order-data': ''}, 'holds no JSON'],
  'order-data with single quotes': [{'order-data': "{'sku': 'assam'}"}, 'holds no JSON'],
  'a list as order-data': [{'order-data': '["assam"]'}, 'holds no JSON'],
  "React 18's orderData": [{orderdata: '[object Object]'}, 'orderdata', 'react.js', '.orderData'],
  'JSON in orderdata': [{orderdata: '{"sku": "assam"}'}, 'orderdata', 'order-data='],
  'a function as create-order': [
    {'create-order': '() => {}'},
    'create-order',
    'button.createOrder',
  ],
  createorder: [{createorder: ''}, 'createorder', 'button.createOrder'],
  'request-headers': [{'request-headers': '[object Object]'}, 'button.requestHeaders'],
  requestheaders: [
    {requestheaders: '{"X-CSRF-Token": "hush"}'},
    'requestheaders',
    'button.requestHeaders',
  ],
  options: [{options: '[object Object]'}, 'options', 'button.options'],
  notes: [{notes: 'for Asha'}, 'button.notes'],
  "a server's orderUrl": [{orderurl: '/orders'}, 'orderurl', 'order-url="…"'],
  "a server's showCoupons": [{showcoupons: 'false'}, 'show-coupons="…"'],
  'an object as data-order-*': [
    {'data-order-items': '[object Object]'},
    'data-order-items',
    'JSON',
  ],
  'objects as data-order-*': [
    {'data-order-items': '[object Object],[object Object]'},
    'data-order-items',
    'JSON',
  ],
  'order_data of a template': [{order_data: '{"sku": "assam"}'}, 'order_data', 'order-data='],
  'order_url of a template': [{order_url: '/orders'}, 'order_url', 'order-url="…"'],
  'undefined as data-order-*': [{'data-order-sku': 'undefined'}, 'data-order-sku', 'leave'],
  'null as data-order-*': [{'data-order-sku': 'null'}, 'data-order-sku', '"null"'],
  'NaN as data-order-*': [{'data-order-amount': 'NaN'}, 'data-order-amount', '"NaN"'],
  'undefined as an address': [{'order-url': 'undefined'}, 'order-url', '"undefined"'],
  'an object as data-note-*': [{'data-note-gift': '[object Map]'}, 'data-note-gift', 'text'],
  'an object as an option': [{'prefill-name': '[object Object]'}, 'prefill-name', 'text'],
  'onrzp-success': [{'onrzp-success': 'thank()'}, 'addEventListener', '@rzp-…'],
  onRzpAttemptFailed: [{onrzpattemptfailed: ''}, 'addEventListener'],
  'on-rzp-payment': [{'on-rzp-payment': ''}, 'addEventListener'],
  onsuccess: [{onsuccess: 'thank()'}, 'onsuccess', 'addEventListener'],
  'onrzp-error': [{'onrzp-error': 'log()'}, 'addEventListener'],
};

describe('what is written as an attribute and meant as something else', () => {
  for (const [what, [attributes, ...words]] of Object.entries(WRONG))
    it(`is named, with what to write: ${what}`, async () => {
      const refusal = requestOf(tag(attributes)).misplaced!;
      const message = await sentenceOf(refusal);
      for (const word of words) expect(message).to.contain(word);
      expect(message).to.not.contain('hush');
    });

  it('is refused before an order is made', async () => {
    const {button, orders} = await prepare({attributes: {orderdata: '[object Object]'}});
    const heard: RzpErrorEvent[] = [];
    button.addEventListener('rzp-error', (event) => heard.push(event));
    expect(await button.open()).to.have.nested.property('error.code', 'config_invalid');
    expect(heard.map(({error}) => error.message)[0]).to.contain('orderdata');
    expect(await orders.calls()).to.be.empty;
  });

  for (const [attributes, properties] of [
    [{'order-data': '[object Object]'}, {orderData: {sku: 'assam'}}],
    [
      {orderdata: '[object Object]', createorder: ''},
      {orderData: {}, createOrder: () => null},
    ],
    [{orderurl: '/lost'}, {orderUrl: '/orders'}],
    [{'order-data': '{}'}, {}],
    [{'order-data': '{"sku": "assam"}', 'data-order-sku': 'assam'}, {}],
    [
      {onclick: '', onerror: '', 'data-order-note': 'an [object Object]', 'data-x': '[object X]'},
      {},
    ],
    [{'@rzp-success': '', ':order-data': 'cart', 'x-on:rzp-success': '', 'hx-on:rzp-open': ''}, {}],
    [{'order-url': '/orders', 'show-coupons': '', options2: '', is: 'x'}, {}],
    [
      {'data-order-word': 'null and void', 'prefill-name': 'Null', 'data-note-utm': 'undefined'},
      {},
    ],
  ] as const)
    it(`is none where what was meant arrived: ${JSON.stringify(attributes)}`, () => {
      const parent = document.createElement('template');
      parent.innerHTML = `<rzp-magic-button ${Object.entries(attributes)
        .map(([name, value]) => `${name}='${value}'`)
        .join(' ')}></rzp-magic-button>`;
      const button = document.importNode(parent.content, true).querySelector('rzp-magic-button')!;
      Object.assign(button, {speech}, properties);
      expect(requestOf(button)).to.have.property('misplaced', undefined);
    });
});
