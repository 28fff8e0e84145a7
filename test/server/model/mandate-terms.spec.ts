// What price may return of a mandate: src/server/model/mandate-terms.ts,
// src/server/model/priced-mandate.ts and src/server/model/notes.ts, by src/wire/mandate-limits.ts.
import {expect} from '@playwright/test';
import {mostOfCategory} from '../../../src/wire/mandate-limits.js';
import {isPricedMandate, totalledMandate} from '../../../src/server/model/priced-mandate.js';
import {CUSTOMER_ID} from '../../fixtures/samples.js';
import {test} from '../../fixtures/server/test.js';

/** A Thursday in India. */
const NOW = Date.parse('2026-11-26T12:00+05:30');
const NOW_SECONDS = NOW / 1000;
const DAY_SECONDS = 24 * 3_600;

const MANDATE = {customer: CUSTOMER_ID, maxAmount: 200_000};
const CART = {amount: 100, mandate: MANDATE};
const total = (cart: unknown, category?: string) =>
  totalledMandate(cart, 'price() returned', {now: NOW, most: mostOfCategory(category)});

test('a mandate with nothing but a customer and a limit is one', () => {
  expect(total(CART)).toEqual({
    lineItems: [],
    mandate: MANDATE,
    amount: 100,
    currency: 'INR',
    notes: {},
  });
});

for (const expireAt of [new Date(NOW + 999_999_000), NOW_SECONDS + 999_999])
  test(`expireAt may be ${expireAt instanceof Date ? 'a Date' : 'in seconds'}`, () => {
    expect(total({...CART, mandate: {...MANDATE, expireAt}}).mandate?.expireAt).toBe(
      NOW_SECONDS + 999_999,
    );
  });

const LAWFUL: Record<string, object> = {
  'the least limit': {maxAmount: 100},
  'the greatest limit': {maxAmount: 9_999_900},
  'an end in thirty years': {expireAt: NOW_SECONDS + 30 * 365 * DAY_SECONDS},
  Sundays: {frequency: 'weekly', recurringValue: 7, recurringType: 'after'},
  'the 31st': {frequency: 'yearly', recurringValue: 31, recurringType: 'before'},
  'today of the month': {frequency: 'monthly', recurringValue: 26, recurringType: 'on'},
  'today of the week': {frequency: 'weekly', recurringValue: 4, recurringType: 'on'},
};
for (const [what, terms] of Object.entries(LAWFUL))
  test(`takes ${what}`, () => {
    expect(total({...CART, mandate: {...MANDATE, ...terms}}).mandate).toEqual({
      ...MANDATE,
      ...terms,
    });
  });

const WRONG: Record<string, [terms: object, complaint: RegExp]> = {
  'no customer': [{customer: undefined}, /mandate\.customer\. It must be the id of a customer/],
  'another id': [{customer: 'order_1'}, /"order_1" as mandate\.customer/],
  'a limit of less than a rupee': [
    {maxAmount: 99},
    /99 as mandate\.maxAmount.*from 100 to 9999900/,
  ],
  'a limit of a lakh': [{maxAmount: 10_000_000}, /as mandate\.maxAmount.*from 100 to 9999900/],
  'a limit in rupees': [{maxAmount: 1999.5}, /as mandate\.maxAmount.*integer of paise/],
  'a limit as a text': [{maxAmount: '2000'}, /as mandate\.maxAmount/],
  'a frequency of its own': [
    {frequency: 'sometimes'},
    /as mandate\.frequency. It must be "daily" or/,
  ],
  'an end in the past': [{expireAt: NOW_SECONDS - 1}, /mandate\.expireAt must be in the future/],
  'an end in ms': [{expireAt: NOW + 999}, /mandate\.expireAt must be at most 30 years ahead/],
  'an end as a text': [
    {expireAt: '2030'},
    /as mandate\.expireAt. It must be a Date, or an integer/,
  ],
  'no date': [{expireAt: new Date(NaN)}, /as mandate\.expireAt/],
  'the 32nd': [{frequency: 'monthly', recurringValue: 32}, /as mandate\.recurringValue.*1 to 31/],
  'the 0th': [{frequency: 'monthly', recurringValue: 0}, /as mandate\.recurringValue/],
  'an eighth day of the week': [
    {frequency: 'weekly', recurringValue: 8},
    /mandate\.recurringValue must be 1 \(Monday\) to 7/,
  ],
  'a day whenever you ask': [
    {recurringValue: 1},
    /recurringValue must be left out: .*"as_presented"/,
  ],
  'a day of every day': [
    {frequency: 'daily', recurringValue: 1},
    /recurringValue must be left out: .*"daily"/,
  ],
  'a rule without its day': [{recurringType: 'before'}, /recurringValue must say which day/],
  'a rule of its own': [{recurringType: 'near'}, /as mandate\.recurringType/],
  'on another day': [
    {frequency: 'monthly', recurringValue: 25, recurringType: 'on'},
    /recurringValue must be today's, 26/,
  ],
  "Razorpay's spelling": [{max_amount: 100}, /"max_amount" in mandate. Did you mean "maxAmount"/],
};
for (const [what, [terms, complaint]] of Object.entries(WRONG))
  test(`refuses ${what}`, () => {
    expect(() => total({...CART, mandate: {...MANDATE, ...terms}})).toThrow(complaint);
  });

for (const [what, cart, complaint] of [
  ['less than a rupee', {...CART, amount: 99}, /99 as amount. It must be an integer of paise, 100/],
  ['more than is approved', {...CART, amount: 200_001}, /amount must be at most maxAmount/],
  [
    '16 notes',
    {...CART, notes: Object.fromEntries('abcdefghijklmnop'.split('').map((c) => [c, c]))},
    /notes/,
  ],
  ['line items beside it', {...CART, lineItems: []}, /unknown field "lineItems"/],
  ['another currency', {...CART, currency: 'USD'}, /unknown field "currency"/],
] as const)
  test(`refuses ${what}`, () => {
    expect(() => total(cart)).toThrow(complaint);
  });

test('only what names a mandate is one', () => {
  expect([CART, {mandate: undefined}].map(isPricedMandate)).toEqual([true, true]);
  expect([{lineItems: []}, null, undefined, 'mandate'].map(isPricedMandate)).not.toContain(true);
});

for (const [category, most] of Object.entries({
  6211: 20_000_000,
  6300: 20_000_000,
  7322: 20_000_000,
  6529: 20_000_000,
  5960: 20_000_000,
  5411: 9_999_900,
}))
  test(`a merchant of the category ${category} may ask for charges of up to ${most} paise`, () => {
    const asked = (maxAmount: number) =>
      total({...CART, mandate: {...MANDATE, maxAmount}}, category).mandate?.maxAmount;

    expect(asked(most)).toBe(most);
    expect(() => asked(most + 1)).toThrow(
      `${most + 1} as mandate.maxAmount. It must be an integer of paise from 100 to ${most}.`,
    );
  });
