import {expect} from '@playwright/test';
import {toE164} from '../../src/wire/phone.js';
import {test} from '../fixtures/server/test.js';

for (const [typed, number] of Object.entries({
  '9000090000': '+919000090000',
  '09000090000': '+919000090000',
  '919000090000': '+919000090000',
  '+91 90000-90000': '+919000090000',
  '(0091) 90000.90000': '+919000090000',
  '+1 415 555 2671': '+14155552671',
  '12345': undefined,
  '+0123456789': undefined,
  nine: undefined,
}))
  test(`"${typed}" is ${number ?? 'no phone number'}`, () => {
    expect(toE164(typed)).toBe(number);
  });
