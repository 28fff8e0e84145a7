import {expect} from '@playwright/test';
import {fromHex, SHA256_HEX, toHex} from '../../src/wire/hex.js';
import {test} from '../fixtures/server/test.js';

test('bytes are written in two lower-case digits each, and read in either case', () => {
  const bytes = new Uint8Array([0, 9, 16, 255]);

  expect(toHex(bytes.buffer)).toBe('000910ff');
  expect(fromHex('000910FF')).toEqual(bytes);
});

for (const [text, isDigest] of [
  ['0'.repeat(64), true],
  ['aF'.repeat(32), true],
  ['0'.repeat(63), false],
  ['0'.repeat(65), false],
  ['g'.repeat(64), false],
] as const)
  test(`"${text}" is ${isDigest ? 'a' : 'no'} digest`, () => {
    expect(SHA256_HEX.test(text)).toBe(isDigest);
  });
