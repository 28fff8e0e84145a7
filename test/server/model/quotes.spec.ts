import {expect} from '@playwright/test';
import {addQuotes} from '../../../src/server/model/quotes.js';
import {test} from '../../fixtures/server/test.js';

const address = (id: string, zipcode: string, shippingFee: number) => ({
  id,
  zipcode,
  methods: [{id: 'post', name: 'By post', shippingFee, codFee: undefined}],
});
const promotion = (code: string, value: number) => ({code, referenceId: `ref-${code}`, value});

test('the last answer for an address and for a code counts', () => {
  const old = {
    shipping: [address('0', '560001', 4_000), address('1', '110001', 0)],
    promotions: [promotion('TEA', 1_000), promotion('GOLD', 2_000)],
  };

  const quotes = addQuotes(old, {
    shipping: [address('0', '560001', 3_000)],
    promotions: [promotion('tea', 1_500)],
  });

  expect(quotes).toEqual({
    shipping: [address('1', '110001', 0), address('0', '560001', 3_000)],
    promotions: [promotion('GOLD', 2_000), promotion('tea', 1_500)],
  });
});

test('a new address of another zipcode is another address', () => {
  const old = {shipping: [address('0', '560001', 4_000)]};

  const {shipping} = addQuotes(old, {shipping: [address('0', '110001', 0)]});

  expect(shipping).toHaveLength(2);
});

test('an answer without a quote changes nothing', () => {
  expect(addQuotes({}, {shipping: [], promotions: []})).toEqual({});
  expect(addQuotes({shipping: []}, {shipping: []})).toEqual({shipping: []});
});

test('a hundred answers of a kind are kept, the last ones', () => {
  const codes = Array.from({length: 130}, (_, i) => promotion(`CODE${i}`, 1));

  const {promotions} = addQuotes({}, {promotions: codes});

  expect(promotions).toEqual(codes.slice(30));
});

test('so many answers are kept as take 256 kB, the last ones', () => {
  const [long, short] = ['x'.repeat(100_000), 'x'.repeat(10)];
  const shipping = [long, long, long, short].map((name, i) => ({
    ...address(String(i), '560001', 0),
    methods: [{id: 'post', name, shippingFee: 0, codFee: undefined}],
  }));

  expect(addQuotes({}, {shipping}).shipping).toEqual(shipping.slice(1));
});
