import {expect} from '@playwright/test';
import {onEachDatabase, TEA, test} from '../../fixtures/server/shop.js';

onEachDatabase(() => {
  test.describe('an order that was made elsewhere', () => {
    const make = (changes: Record<string, unknown> = {}) => ({
      id: 'order_ElsewhereMade1',
      entity: 'order',
      amount: 50_000,
      currency: 'INR',
      receipt: 'receipt#1',
      status: 'created',
      attempts: 0,
      line_items_total: 50_000,
      notes: [],
      ...changes,
    });

    test('is adopted, and confirmed like any other', async ({razorpay, shop}) => {
      const foreign = make();
      razorpay.orders.set(foreign.id, foreign);

      const adopted = await shop.checkout.adopt({id: foreign.id, lineItems: [TEA]});
      const again = await shop.checkout.adopt({id: foreign.id, lineItems: [TEA]});
      const reply = await shop.post('/verify', await razorpay.pay(foreign.id));

      expect(adopted).toMatchObject({id: foreign.id, status: 'created', lineItems: [TEA]});
      expect(again).toEqual(adopted);
      expect(reply.body.status).toBe('paid');
    });

    test('and paid before, is told at once', async ({razorpay, shop}) => {
      const foreign = make();
      razorpay.orders.set(foreign.id, foreign);
      await razorpay.pay(foreign.id);

      expect(await shop.checkout.adopt({id: foreign.id, lineItems: [TEA]})).toMatchObject({
        status: 'paid',
      });
      expect(shop.changes).toHaveLength(1);
    });

    for (const [what, changes] of Object.entries({
      'of another total': {line_items_total: 49_999},
      'of another currency': {currency: 'USD'},
    }))
      test(`and is ${what} is refused`, async ({razorpay, shop}) => {
        const foreign = make(changes);
        razorpay.orders.set(foreign.id, foreign);

        await expect(shop.checkout.adopt({id: foreign.id, lineItems: [TEA]})).rejects.toThrow(
          'its line items are of 50000 INR',
        );
        expect(await shop.checkout.order(foreign.id)).toBeUndefined();
      });
  });
});
