// src/sandbox/browser/frame/words/languages.ts; each language is read by a shopper in
// test/demo/languages.spec.ts.
import {expect, test} from '../../../../fixtures/sandbox/magic.js';

test('an unknown language is English', async ({endpoints, frame, magic}) => {
  await magic.toPayment({config: {display: {language: 'toString'}}});
  await expect(frame.getByRole('heading', {name: 'Payment options'})).toBeVisible();
  expect(endpoints.asked('/shipping-info')).toHaveLength(1);
});
