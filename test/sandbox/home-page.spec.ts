import {attempt, createOrder, expect, test} from './merchant.js';

test('the page at / names the key and lists orders and payments', async ({page, sandbox}) => {
  const orderId = await createOrder(sandbox, {receipt: '<b>bold</b>'});
  const paymentId = await attempt(sandbox, orderId, {method: 'upi', vpa: 'success@razorpay'});
  await page.goto(sandbox.url);
  await expect(page.getByText('rzp_test_Sandbox0000001')).toBeVisible();
  await expect(page.getByText('No money moves')).toBeVisible();
  const row = (text: string) => page.getByRole('row').filter({hasText: text});
  await expect(row('<b>bold</b>')).toContainText(orderId);
  await expect(row(paymentId)).toContainText('captured');
});
