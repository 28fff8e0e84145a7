import {expect} from '@playwright/test';
import {nearest} from '../../../src/wire/spelling/nearest.js';
import {test} from '../../fixtures/server/test.js';

for (const [written, meant] of [
  ['colour', 'color'],
  ['theme-colur', 'theme-color'],
  ['coler', 'color'],
  ['backdrop', undefined],
  ['', undefined],
] as const)
  test(`"${written}" is meant as ${meant ?? 'nothing of ours'}`, () => {
    expect(nearest(written, ['theme-color', 'color', 'backdrop-color'])).toBe(meant);
  });
