import {expectSame, fact, inTurn, put, type LedgerFact} from './ledger-fact.js';
import {openShop, PaidRazorpay} from './shop.js';

/** How many ask at once. */
const MANY = 8;

/** What the kit makes of a ledger, with two of them on one database, as two processes have. */
export const KIT_FACTS: readonly LedgerFact[] = [
  fact('the kit makes one order for a key, however many ask at once', async (open) => {
    const razorpay = new PaidRazorpay();
    const key = crypto.randomUUID();
    const shops = [await open(), await open()].map(({ledger}) =>
      openShop(ledger, razorpay, () => undefined),
    );
    const answers = await Promise.all(
      Array.from({length: MANY}, (_, index) => inTurn(shops, index).order(key)),
    );

    const ids = new Set(answers.map((answer) => answer.body.order_id));
    expectSame([...ids], razorpay.orders, 'Orders that were given, and made');
  }),

  fact('the kit enters a payment once, together with what onStatus writes', async (open) => {
    const razorpay = new PaidRazorpay();
    const ledgers = [await open(), await open()];
    const shops = ledgers.map(({ledger}) =>
      openShop(ledger, razorpay, ({order}, tx) => put(tx, order.id, order.amount)),
    );
    const orderId = (await inTurn(shops, 0).order(crypto.randomUUID())).body.order_id ?? '';
    const response = await razorpay.response(orderId);
    const answers = await Promise.all(
      Array.from({length: MANY}, (_, index) => inTurn(shops, index).verify(response)),
    );

    const words = new Set(answers.map((answer) => answer.body.status));
    expectSame([...words], ['paid'], 'What everybody is told');
    expectSame(await inTurn(ledgers, 1).ids(), [orderId], 'What onStatus has written');
  }),

  fact('the kit enters nothing where onStatus throws, and all of it afterwards', async (open) => {
    const razorpay = new PaidRazorpay();
    const ledger = await open();
    let isBroken = true;
    const shop = openShop(ledger.ledger, razorpay, async ({order}, tx) => {
      await put(tx, order.id);
      if (isBroken) throw new Error('The shop is broken.');
    });
    const orderId = (await shop.order(crypto.randomUUID())).body.order_id ?? '';
    const response = await razorpay.response(orderId);
    const failed = await shop.verify(response);
    const written = await ledger.ids();
    isBroken = false;
    const entered = await shop.verify(response);

    expectSame([failed.status, written], [500, []], 'Status and rows while onStatus throws');
    expectSame([entered.status, entered.body.status], [200, 'paid'], 'Status afterwards');
    expectSame(await ledger.ids(), [orderId], 'Rows afterwards');
  }),
];
