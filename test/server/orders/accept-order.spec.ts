import {expect} from '@playwright/test';
import {onEachDatabase, test, type Shop} from '../../fixtures/server/shop.js';

const told = ({changes}: Shop) =>
  changes.map(({previous, status, ship}) => `${previous} > ${status}${ship ? ', ship' : ''}`);

onEachDatabase(() => {
  test('what was paid too little is accepted once, and shipped once', async ({
    openShop,
    razorpay,
  }) => {
    const shops = [await openShop(), await openShop()] as const;
    const [shop] = shops;
    const orderId = await shop.order();
    const response = await razorpay.pay(orderId, {amount: 40_000});
    await shop.post('/verify', response);

    const accepted = await Promise.all(shops.map(({checkout}) => checkout.accept(orderId)));
    accepted.push(await shop.checkout.accept(orderId));

    for (const order of accepted)
      expect(order).toMatchObject({
        status: 'paid',
        amount: 50_000,
        review: undefined,
        payment: {id: response.razorpay_payment_id, amount: 40_000},
        details: {amount: 40_000},
      });
    expect(shops.flatMap(told).sort()).toEqual(['created > review', 'review > paid, ship']);
    expect(await shop.sales()).toMatchObject([{amount: 40_000}, {amount: 40_000}]);
    expect((await shop.post('/verify', response)).body.status).toBe('paid');
    shop.clock.now += 24 * 3_600_000;
    expect((await shop.checkout.reconcile({paidWithin: '7d'})).rows).toEqual([]);
  });

  test('what goes back of it afterwards is told as ever', async ({shop, razorpay}) => {
    const orderId = await shop.order();
    const response = await razorpay.pay(orderId, {amount: 40_000});
    await shop.post('/verify', response);
    await shop.checkout.accept(orderId);

    razorpay.change(response.razorpay_payment_id, {status: 'refunded', amount_refunded: 40_000});
    await shop.checkout.reconcile({paidWithin: '7d', olderThan: '0m'});

    expect(await shop.checkout.order(orderId)).toMatchObject({
      status: 'refunded',
      amountRefunded: 40_000,
    });
    expect(told(shop).at(-1)).toBe('paid > refunded');
    await expect(shop.checkout.accept(orderId)).rejects.toThrow(/is refunded/);
  });

  test('what was only authorised is captured', async ({shop, razorpay}) => {
    const orderId = await shop.order();
    const response = await razorpay.pay(orderId, {amount: 40_000, status: 'authorized'});
    await shop.post('/verify', response);

    expect(await shop.checkout.accept(orderId)).toMatchObject({status: 'paid'});
    expect(razorpay.payments.get(response.razorpay_payment_id)?.status).toBe('captured');
  });

  test('cash on delivery is placed', async ({shop, razorpay}) => {
    const orderId = await shop.order();
    const response = await razorpay.place(orderId);
    razorpay.change(response.razorpay_payment_id, {amount: 40_000});
    await shop.post('/verify', response);

    expect(await shop.checkout.accept(orderId)).toMatchObject({status: 'placed'});
    expect(told(shop)).toEqual(['created > review', 'review > placed, ship']);
  });

  for (const [what, amount, becomes] of [
    ['as much cash as was accepted', 40_000, 'placed > paid'],
    ['less cash than was accepted', 30_000, 'review > placed, ship'],
  ] as const)
    test(`${what}, at the door, says ${becomes}`, async ({shop, razorpay}) => {
      const orderId = await shop.order();
      const {razorpay_payment_id: paymentId, ...rest} = await razorpay.place(orderId);
      razorpay.change(paymentId, {amount: 40_000});
      await shop.post('/verify', {razorpay_payment_id: paymentId, ...rest});
      await shop.checkout.accept(orderId);

      razorpay.change(paymentId, {amount, status: 'captured'});
      shop.clock.now += 24 * 3_600_000;
      await shop.checkout.reconcile();

      expect(told(shop).at(-1)).toBe(becomes);
    });
});

const ORDER = 'order_00000000000001';

test('what went back meanwhile is not accepted', async ({shop, razorpay}) => {
  const response = await razorpay.pay(await shop.order(), {amount: 40_000});
  await shop.post('/verify', response);
  razorpay.change(response.razorpay_payment_id, {status: 'refunded', amount_refunded: 40_000});

  await expect(shop.checkout.accept(ORDER)).rejects.toThrow(`Order ${ORDER} is refunded.`);
  expect(told(shop)).toEqual(['created > review', 'review > refunded']);
});

for (const [what, changes] of Object.entries({
  'another currency': {currency: 'USD'},
  'another order': {order_id: 'order_IEIaMR65cu6nz3'},
}))
  test(`a payment of ${what} is not accepted`, async ({shop, razorpay}) => {
    const response = await razorpay.pay(await shop.order(), {amount: 40_000});
    await shop.post('/verify', response);
    razorpay.change(response.razorpay_payment_id, changes);

    await expect(shop.checkout.accept(ORDER)).rejects.toThrow('Give it back.');
    expect(await shop.checkout.order(ORDER)).toMatchObject({status: 'review'});
  });

test('only what is in review is accepted', async ({shop}) => {
  await expect(shop.checkout.accept(ORDER)).rejects.toThrow(`The ledger has no order ${ORDER}.`);
  await shop.order();
  await expect(shop.checkout.accept(ORDER)).rejects.toThrow(`Order ${ORDER} is created.`);
});
