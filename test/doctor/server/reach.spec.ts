import {expect} from '@playwright/test';
import {lookAtReach} from '../../../src/doctor/server/reach.js';
import {test} from '../../fixtures/server/test.js';

for (const [base, verdict] of Object.entries({
  'https://shop.example/checkout': 'right',
  'http://127.0.0.1:3000/checkout': 'unseen',
  'http://shop.example/checkout': 'wrong',
  'https://shop.example:8443/checkout': 'wrong',
  'https://tea.ngrok.io/checkout': 'wrong',
  'https://shop.local/checkout': 'unseen',
}))
  test(`${base} is ${verdict} for Razorpay's servers`, () => {
    expect(lookAtReach(base).verdict).toBe(verdict);
  });
