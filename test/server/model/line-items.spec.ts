// With src/server/model/check-returned.ts, which says what is wrong with a value of the merchant's.
import {expect} from '@playwright/test';
import type {PricedCart} from '../../../src/server.js';
import {appliedPromotion, listedPromotions} from '../../../src/server/model/promotion.js';
import {shippingMethods} from '../../../src/server/model/shipping-method.js';
import {onSqlite, orderOf, TEA, test} from '../../fixtures/server/shop.js';

onSqlite(() => {
  test.describe('a cart that the shop got wrong', () => {
    const item = (changes: object) => ({lineItems: [{...TEA, ...changes}]});
    for (const [what, [cart, complaint]] of Object.entries({
      'a price in rupees': [
        item({offerPrice: 3.49}),
        'price() returned 3.49 as lineItems[0].offerPrice. It must be an integer of paise, 0 or more.',
      ],
      'a price as a text': [
        item({offerPrice: '349'}),
        'price() returned "349" as lineItems[0].offerPrice. It must be an integer of paise',
      ],
      'a negative price': [item({offerPrice: -1}), 'returned -1 as lineItems[0].offerPrice'],
      'no price': [item({price: undefined}), 'returned nothing as lineItems[0].price. It must be'],
      'no quantity': [
        item({quantity: 0}),
        'returned 0 as lineItems[0].quantity. It must be an integer, 1 or more.',
      ],
      'a quantity as the page sends it': [
        item({quantity: '2'}),
        'returned "2" as lineItems[0].quantity. It must be an integer, 1 or more. What a page sends is text: make a number of it by Number().',
      ],
      'half a piece': [item({quantity: 0.5}), 'returned 0.5 as lineItems[0].quantity'],
      'a price that is not finite': [
        item({offerPrice: Infinity}),
        'returned Infinity as lineItems',
      ],
      'no name': [
        item({name: ''}),
        'returned "" as lineItems[0].name. It must be a text that is not empty.',
      ],
      "Razorpay's spelling": [
        {lineItems: [{...TEA, offerPrice: undefined, offer_price: 34_900}]},
        'the unknown field "offer_price" in lineItems[0]. Did you mean "offerPrice"?',
      ],
      'an amount beside the items': [
        {lineItems: [TEA], amount: 34_900},
        'price() returned the unknown field "amount".',
      ],
      'a relative image': [
        item({imageUrl: '/tea.png'}),
        'returned "/tea.png" as lineItems[0].imageUrl. It must be a whole http(s) address.',
      ],
      'a script as address': [item({productUrl: 'javascript:1'}), 'as lineItems[0].productUrl'],
      'a heavy weight in kilograms': [
        item({weight: 1.7}),
        'returned 1.7 as lineItems[0].weight. It must be an integer, 0',
      ],
      'nothing in it': [{lineItems: []}, 'returned a list as lineItems. It must not be empty.'],
      'no line items': [{}, 'price() returned nothing as lineItems. It must be a list.'],
      'line items that are still looked up': [
        {lineItems: Promise.resolve([TEA])},
        'returned a promise that was not awaited as lineItems.',
      ],
      'a total below one rupee': [item({offerPrice: 49}), 'price() returned a cart of 98'],
      'a total beyond counting': [item({offerPrice: 2 ** 52, quantity: 4}), 'a cart of 1801'],
      'a currency by name': [
        {lineItems: [TEA], currency: 'Rs.'},
        'returned "Rs." as currency. It must be three capital letters.',
      ],
      'a long note': [
        {lineItems: [TEA], notes: {a: 'x'.repeat(257)}},
        'returned a text of 257 characters as notes.a. It must have at most 256 characters.',
      ],
      'many notes': [
        {
          lineItems: [TEA],
          notes: Object.fromEntries(Array.from('abcdefghijklmnop', (c) => [c, ''])),
        },
        'as notes. It must be at most 15 notes.',
      ],
      'a price alone': [34_900, 'price() returned 34900. Write {lineItems: […]}.'],
      'the items alone': [[TEA], 'price() returned a list. Write {lineItems: […]}.'],
      'nothing at all': [undefined, 'price() returned nothing. Write {lineItems: […]}.'],
    }))
      test(`${what}: answers 500 and tells the log what is wrong`, async ({openShop, razorpay}) => {
        const shop = await openShop({price: () => cart as never});

        const reply = await orderOf(shop);

        expect(reply.status).toBe(500);
        expect(reply.body.error).toEqual({
          code: 'INTERNAL',
          description: 'Something went wrong in the shop.',
        });
        expect(String(shop.errors[0])).toContain(complaint);
        expect(razorpay.requests).toEqual([]);
      });
  });

  test.describe('null counts as absent', () => {
    const item = (changes: object) => ({lineItems: [{...TEA, ...changes}]});
    const CASES: Record<string, object> = {
      imageUrl: item({imageUrl: null}),
      productUrl: item({productUrl: null}),
      weight: item({weight: null}),
      dimensions: item({dimensions: null}),
      otherProductCodes: item({otherProductCodes: null}),
      'notes of an item': item({notes: null}),
      currency: {lineItems: [TEA], currency: null},
      notes: {lineItems: [TEA], notes: null},
      'a note': {lineItems: [TEA], notes: {x: null}},
    };
    for (const [what, cart] of Object.entries(CASES))
      test(`as ${what}`, async ({openShop, razorpay}) => {
        const shop = await openShop({price: () => cart as PricedCart});
        const plain = await openShop();

        const {status, body} = await orderOf(shop);
        await orderOf(plain, {}, 'y'.repeat(22));

        expect(status).toBe(201);
        const [asked, expected] = razorpay.created.map(({receipt: _, ...rest}) => rest);
        expect(asked).toEqual(expected);
        expect((await shop.checkout.order(body.order_id!))?.notes).toEqual({});
      });

    test('within what an item is made of', async ({openShop}) => {
      const given = {
        dimensions: {length: 10, width: null, height: null},
        otherProductCodes: {upc: null, ean: '4006381333931', unspsc: null},
        notes: {gift: null, tin: 'red'},
      };
      const shop = await openShop({price: () => item(given)});

      const {order_id} = (await orderOf(shop)).body;

      expect((await shop.checkout.order(order_id!))?.lineItems).toEqual([
        {
          ...TEA,
          dimensions: {length: 10},
          otherProductCodes: {ean: '4006381333931'},
          notes: {tin: 'red'},
        },
      ]);
    });
  });
});

test('null counts as absent in what promotions and shipping return too', () => {
  const method = {id: 'a', name: 'A', serviceable: true, shippingFee: 0, cod: false, codFee: 0};
  const applied = {referenceId: 'a', type: 'coupon', value: 100, valueType: 'percentage'};

  expect(shippingMethods([{...method, description: null}])).toEqual([method]);
  expect(listedPromotions([{code: 'A', summary: 'a', description: null, personal: null}])).toEqual([
    {code: 'A', summary: 'a'},
  ]);
  expect(appliedPromotion({...applied, code: null, description: null}, 1_000)).toEqual(applied);
});
