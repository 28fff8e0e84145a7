import {
  checkoutOf,
  expect,
  expectPaid,
  expectShippedOnce,
  passContact,
  payByUpi,
  payOrder,
  startOrder,
  test as base,
} from '../fixtures/demo/shop.js';

/** One cart in two tabs: its one order is open in both, and was paid in the other one. */
const test = base.extend<{order: string; first: string}>({
  order: async ({context, page}, use) => {
    const order = await startOrder(page, '/server-order');
    const other = await context.newPage();
    expect(await payOrder(other, '/server-order')).toBe(order);
    await expectPaid(other);
    await other.close();
    await use(order);
  },
  /** The payment that counts. */
  first: ({order, sandbox}, use) => use(sandbox.payments(order)[0]!.id),
});

test('an order that is paid cannot be paid again, and is shown as paid', async ({
  first,
  order,
  page,
  sandbox,
  shop,
}) => {
  await passContact(page);
  await payByUpi(page);
  await checkoutOf(page).getByText('Payment already done for this order.').waitFor();
  await checkoutOf(page).getByRole('button', {name: 'Close checkout'}).click();
  await expectPaid(page);
  expect(sandbox.payments(order).filter(({captured}) => captured)).toMatchObject([{id: first}]);
  await expectShippedOnce(shop, order);
});

test('a second payment that Razorpay lets through is not taken', async ({
  first,
  order,
  page,
  sandbox,
  shop,
}) => {
  sandbox.faults.set({payment: 'second'}, {times: 1});
  await passContact(page);
  await payByUpi(page);
  await expect(page.getByRole('button', {name: 'Not confirmed'})).toBeVisible();
  await expect(page.getByText('Please do not pay again')).toBeVisible();
  expect(sandbox.payments(order)).toMatchObject([
    {status: 'authorized', captured: false},
    {id: first, status: 'captured'},
  ]);
  await sandbox.advance(60);
  expect(sandbox.payments(order)).toMatchObject([{status: 'refunded'}, {status: 'captured'}]);
  expect(await shop.checkout.order(order)).toMatchObject({status: 'paid', payment: {id: first}});
  await expectShippedOnce(shop, order);
});
