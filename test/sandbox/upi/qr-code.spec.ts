import {expect, test} from '@playwright/test';
import {qrCode, qrPath} from '../../../src/sandbox/upi/qr-code.js';

// Read by jsQR 1.4, which gave the text back.
const KNOWN = `
#######..#.##.#######
#.....#..###..#.....#
#.###.#.##.##.#.###.#
#.###.#..#.#..#.###.#
`;

test('begins as a QR code of the same text that another program has read', () => {
  const rows = qrCode('a').map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''));
  expect(rows).toHaveLength(21);
  expect(rows.slice(0, 4).join('\n')).toBe(KNOWN.trim());
});

for (const [length, size] of [
  [17, 21],
  [18, 25],
  [32, 25],
  [53, 29],
  [78, 33],
  [106, 37],
] as const) {
  test(`a text of ${length} bytes takes ${size} modules`, () => {
    expect(qrPath('x'.repeat(length)).size).toBe(size);
  });
}

test('a text that is too long is refused', () => {
  expect(() => qrCode('x'.repeat(107))).toThrow(RangeError);
});
