import {expect} from '@playwright/test';
import {readFileSync} from 'node:fs';
import {PAGE_POLICY} from '../../../src/server/http/page-policy.js';
import {test} from '../../fixtures/server/test.js';

test('the guide has each host of the policy, in its directive', () => {
  const guide = readFileSync('demo/docs/install.md', 'utf8');
  for (const [directive, hosts] of Object.entries(PAGE_POLICY)) {
    const [, line = ''] = new RegExp(`^${directive} +(.+)$`, 'm').exec(guide) ?? [];
    expect(line.split(' '), directive).toEqual(expect.arrayContaining([...hosts]));
  }
});
