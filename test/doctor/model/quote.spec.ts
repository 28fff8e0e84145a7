import {expect} from '@playwright/test';
import {quote, withoutQuery} from '../../../src/doctor/model/quote.js';
import {isPrivate} from '../../../src/doctor/model/private-address.js';
import {test} from '../../fixtures/server/test.js';

test('what a server says is a line without control characters, and not too long', () => {
  expect(quote(' a\n\u001b[31mred\u202e ')).toBe('a [31mred');
  expect(quote('x'.repeat(1000))).toHaveLength(301);
});

test('an address is said without what may be a secret', () => {
  expect(withoutQuery('https://me:password@shop.example/a?key=secret#b')).toBe(
    'https://shop.example/a',
  );
  expect(withoutQuery('no address')).toBe('no address');
});

// src/doctor/model/private-address.ts
for (const [host, is] of Object.entries({
  localhost: true,
  '127.0.0.1': true,
  '192.168.1.20': true,
  '172.16.0.1': true,
  '[::1]': true,
  'shop.example': false,
  '172.32.0.1': false,
  'localhost.example': false,
}))
  test(`${host} is ${is ? '' : 'not '}of this machine or network`, () => {
    expect(isPrivate(`http://${host}:3000/`)).toBe(is);
  });
