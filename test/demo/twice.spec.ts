import {expect, Shopper, test as base} from '../fixtures/demo/shop.js';

/** One cart in two tabs: its one order is open in both, and was paid in the other one. */
const test = base.extend<{order: string; first: string}>({
  order: async ({context, shopper}, use) => {
    const order = await shopper.start('/server-order');
    const other = new Shopper(await context.newPage());
    expect(await other.buy('/server-order')).toBe(order);
    await other.expectPaid();
    await other.page.close();
    await use(order);
  },
  /** The payment that counts. */
  first: ({order, sandbox}, use) => use(sandbox.payments(order)[0]!.id),
});

test('an order that is paid cannot be paid again, and is shown as paid', async ({
  first,
  order,
  records,
  sandbox,
  shopper,
}) => {
  await shopper.pay();
  await shopper.frame.getByText('Payment already done for this order.').waitFor();
  await shopper.frame.getByRole('button', {name: 'Close checkout'}).click();
  await shopper.expectPaid();
  expect(sandbox.payments(order).filter(({captured}) => captured)).toMatchObject([{id: first}]);
  await records.expectShippedOnce(order);
});

test('a second payment that Razorpay lets through is not taken', async ({
  first,
  order,
  page,
  records,
  sandbox,
  shopper,
}) => {
  sandbox.faults.set({payment: 'second'}, {times: 1});
  await shopper.pay();
  await shopper.expectUnconfirmed();
  await expect(page.getByText('Please do not pay again')).toBeVisible();
  expect(sandbox.payments(order)).toMatchObject([
    {status: 'authorized', captured: false},
    {id: first, status: 'captured'},
  ]);
  await sandbox.advance(60);
  expect(sandbox.payments(order)).toMatchObject([{status: 'refunded'}, {status: 'captured'}]);
  expect(await records.order(order)).toMatchObject({status: 'paid', payment: {id: first}});
  await records.expectShippedOnce(order);
});
