import {expect} from '@playwright/test';
import {readFileSync} from 'node:fs';
import {LEDGER_ERROR_CODES, LedgerError, MandateError, RazorpayError} from '../../../src/server.js';
import {HttpError} from '../../../src/server/http/http-error.js';
import {MANDATE_ERROR_CODES} from '../../../src/server/model/mandates/mandate-error.js';
import {RAZORPAY_ERROR_CODES} from '../../../src/server/razorpay/error.js';
import {HELP_URL} from '../../../src/wire/reference/help-url.js';
import {DEVICE_REFUSALS, WIRE_ERROR_CODES, WIRE_FAILURE_CODES} from '../../../src/wire/merchant.js';
import {test} from '../../fixtures/server/test.js';
import {codesHtml} from '../../tools/reference/codes-html.js';
import {REMEDIES} from '../../tools/reference/error-remedies.js';

/** What is printed beside a code, by its list. Of browsers’ codes only the compiler knows the list. */
const PRINTED = {
  CheckoutErrorCode: Object.keys(REMEDIES.CheckoutErrorCode!).map((code) => HELP_URL + code),
  PosErrorCode: Object.keys(REMEDIES.PosErrorCode!).map((code) => HELP_URL + `till-${code}`),
  WIRE_ERROR_CODES: WIRE_ERROR_CODES.map((code) => new HttpError(code, '').help),
  WIRE_FAILURE_CODES: WIRE_FAILURE_CODES.map((code) => new HttpError(code, '').help),
  DEVICE_REFUSALS: DEVICE_REFUSALS.map((code) => new HttpError(code, '').help),
  LEDGER_ERROR_CODES: LEDGER_ERROR_CODES.map((code) => new LedgerError(code, '').help),
  MANDATE_ERROR_CODES: MANDATE_ERROR_CODES.map((code) => new MandateError(code, '').help),
  RAZORPAY_ERROR_CODES: RAZORPAY_ERROR_CODES.map((code) => new RazorpayError(code, '').help),
};

const {files} = JSON.parse(readFileSync('package.json', 'utf8')) as {files: string[]};
let html = '';
test.beforeAll(() => {
  html = codesHtml();
});

for (const [list, addresses] of Object.entries(PRINTED))
  test(`each address beside one of ${list} leads to its row, in a page of the package`, () => {
    for (const address of addresses) {
      const [, file = '', id = ''] = /^https:\/\/unpkg\.com\/rzp-magic-button\/(.*)#(.*)$/.exec(
        address,
      )!;
      expect(files, address).toContain(file);
      const code = id.replace(/^[a-z]+-/, '');
      const rows = html.split(`<td><a id="${id}"></a><code>${code}</code></td>`);
      expect(rows, address).toHaveLength(2);
    }
  });

test('a cell of that page names its column, for screens that stack them', () => {
  const rows = html.match(/<tr><td>.*<\/tr>/g) ?? [];
  const named = / data-label="what happened">.* data-label="what to do">/;
  expect(rows.length).toBe(html.split(' id="').length - 1);
  expect(rows.filter((row) => !named.test(row))).toEqual([]);
});
