import {expect} from '@playwright/test';
import {API_URL, MAGIC_CHECKOUT_URL} from '../../src/wire/addresses.js';
import {WEBHOOK_EVENTS} from '../../src/wire/events.js';
import {test} from '../fixtures/server/test.js';

test('each event is named once, as Razorpay writes it', () => {
  expect(new Set(WEBHOOK_EVENTS).size).toBe(WEBHOOK_EVENTS.length);
  for (const event of WEBHOOK_EVENTS)
    expect(event).toMatch(/^(order|payment|refund|token|invoice)\.[a-z]+$/);
});

// In addresses.ts.
test('the official addresses are whole ones, without a slash at the end', () => {
  for (const address of [API_URL, MAGIC_CHECKOUT_URL])
    expect(new URL(address).href.replace(/\/$/, '')).toBe(address);
});
