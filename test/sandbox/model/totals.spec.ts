import {expect, test} from '@playwright/test';
import type {Promotion, ShippingMethod} from '../../../src/sandbox/model/entities.js';
import {totalsOf} from '../../../src/sandbox/model/totals.js';

const shipping = {shipping_fee: 4_000, cod_fee: 3_000} as ShippingMethod;
const promotion = {value: 5_000} as Promotion;

for (const [what, totals, amount] of [
  ['the goods alone', totalsOf(50_000, undefined, undefined, false), 50_000],
  ['delivery and coupon', totalsOf(50_000, shipping, promotion, false), 49_000],
  ['cash on delivery, which has a fee', totalsOf(50_000, shipping, undefined, true), 57_000],
  ['cash on delivery without a delivery', totalsOf(50_000, undefined, undefined, true), 50_000],
] as const)
  test(`adds up ${what}`, () => {
    expect(totals.amount).toBe(amount);
    const {items, discount, shipping, codFee} = totals;
    expect(items - discount + shipping + codFee).toBe(amount);
  });
