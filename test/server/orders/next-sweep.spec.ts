import {expect} from '@playwright/test';
import type {OrderStatus} from '../../../src/server/model/order.js';
import {nextSweep} from '../../../src/server/orders/next-sweep.js';
import {ORDER} from '../../fixtures/server/facts.js';
import {test} from '../../fixtures/server/test.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

for (const [what, status, ageMs, pauseMs] of [
  ['of a moment', 'created', 0, 0],
  ['of almost a day', 'attempted', DAY_MS - 1, 0],
  ['of a day', 'created', DAY_MS, HOUR_MS],
  ['of a month', 'attempted', 30 * DAY_MS, 30 * HOUR_MS],
  ['of a year', 'attempted', 360 * DAY_MS, 15 * DAY_MS],
] as const satisfies readonly (readonly [string, OrderStatus, number, number])[])
  test(`an order ${what} is asked about ${pauseMs / HOUR_MS} hours later`, () => {
    const updatedAt = new Date(ageMs - 1);

    expect(nextSweep({...ORDER, status, updatedAt}, ageMs)).toBe(ageMs + pauseMs);
  });

for (const status of ['placed', 'cancelled', 'refunded'] as const)
  test(`the age of an order that is ${status} is counted from then on`, () => {
    const order = {...ORDER, status, updatedAt: new Date(100 * DAY_MS)};

    expect(nextSweep(order, 100 * DAY_MS)).toBe(100 * DAY_MS);
    expect(nextSweep(order, 148 * DAY_MS)).toBe(150 * DAY_MS);
  });
