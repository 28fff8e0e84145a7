import {expect} from '@playwright/test';
import * as z from 'zod/mini';
import {createCall} from '../../../src/server/razorpay/call.js';
import {API_URL} from '../../../src/wire/addresses.js';
import {SANDBOX_KEY_ID} from '../../../src/wire/ids.js';
import {test} from '../../fixtures/server/test.js';

const REFUSED = {error: {code: 'BAD_REQUEST_ERROR', description: 'Authentication failed'}};

const messageOf = (keyId: string, baseUrl: string, fetch: () => Promise<Response>) =>
  createCall({keyId, keySecret: 'sandbox_secret', baseUrl, fetch, timeoutMs: 1_000})(
    z.unknown(),
    'POST',
    '/v1/orders',
  ).catch(String);

for (const [what, fetch] of [
  ['refuses it', () => Promise.resolve(Response.json(REFUSED, {status: 401}))],
  ['can not be reached', () => Promise.reject(new TypeError('fetch failed'))],
] as const) {
  test(`a key of the sandbox at Razorpay is told with what is missing, where that ${what}`, async () => {
    expect(await messageOf(SANDBOX_KEY_ID, API_URL, fetch)).toContain(
      'The key is the sandbox’s: set razorpay.baseUrl to the address that it prints.',
    );
  });

  test(`another key, or another address, is not, where that ${what}`, async () => {
    expect(await messageOf('rzp_test_Another0000001', API_URL, fetch)).not.toContain('baseUrl');
    expect(await messageOf(SANDBOX_KEY_ID, 'http://127.0.0.1:4000', fetch)).not.toContain(
      'baseUrl',
    );
  });
}
