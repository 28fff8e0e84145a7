import {expect, test} from '@playwright/test';
import {hasBadCountryCode, isContact} from '../../../../src/sandbox/model/input/contact.js';

for (const typed of ['9876543210', '98765 43210', '+91 98765-43210', '12345678', '+447911123456'])
  test(`"${typed}" is a mobile number`, () => {
    expect(isContact(typed)).toBe(true);
    expect(hasBadCountryCode(typed)).toBe(false);
  });

for (const typed of [
  '',
  '1234567',
  '1234567890123456',
  '98765+43210',
  '98765x43210',
  '(987) 654321',
])
  test(`"${typed}" is none`, () => {
    expect(isContact(typed)).toBe(false);
  });

for (const typed of ['09876543210', '+0 9876543210', '00919876543210'])
  test(`"${typed}" has no country's code`, () => {
    expect(hasBadCountryCode(typed)).toBe(true);
  });
