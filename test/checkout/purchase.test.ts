import {expect} from '@esm-bundle/chai';
import {Purchase} from '../../src/checkout/purchase.js';
import type {startCheckout} from '../../src/checkout/start-checkout.js';
import {prepare, type Setting} from '../fixtures/browser/checkout.js';
import {PAYMENT} from '../fixtures/browser/order-samples.js';
import {until} from '../fixtures/browser/wait.js';
import {ORDER_ID} from '../fixtures/samples.js';

describe('the lock', () => {
  it('lets one of two open that start at once', async () => {
    const {start, orders} = prepare((checkout) => checkout.dismiss());
    const [first, second] = await Promise.all([start(), start()]);
    expect(first).to.include({type: 'dismissed'});
    expect(second).to.have.nested.property('error.code', 'checkout_busy');
    expect(second).to.have.nested.property('error.retryable', true);
    expect(await orders.calls()).to.have.length(1);
  });

  it('holds across two copies of this package', async () => {
    const {start, tag, orders, close} = prepare();
    const address = '../../src/checkout/start-checkout.ts?copy';
    const copy = (await import(address)) as {startCheckout: typeof startCheckout};
    const outcome = start();
    const other = await copy.startCheckout(
      {orderUrl: orders.url, verifyUrl: '/v', scriptUrl: tag.url},
      {target: new EventTarget()},
    );
    expect(other).to.have.nested.property('error.code', 'checkout_busy');
    close();
    await outcome;
  });

  for (const [what, setting] of Object.entries({
    'a refused order': {order: [{status: 500}]},
    'a script without constructor': {script: [{script: 'nothing'}]},
  } satisfies Record<string, Setting>)) {
    it(`is free after ${what}`, async () => {
      await prepare(undefined, setting).start();
      expect(await prepare((checkout) => checkout.dismiss()).start()).to.include({
        type: 'dismissed',
      });
    });
  }

  it('leaves an ended checkout nothing to close', async () => {
    const old = prepare((checkout) => checkout.dismiss());
    await old.start();
    expect(old.close()).to.be.false;
    expect(old.razorpay.checkouts[0]?.closes).to.equal(0);
  });
});

describe('a late payment', () => {
  it('is verified after the checkout was dismissed', async () => {
    const {start, razorpay, names, face} = prepare((checkout) => checkout.dismiss());
    await start();
    razorpay.checkouts[0]!.pay();
    await until(() => face().state === 'paid');
    expect(names().slice(-2)).to.deep.equal(['rzp-payment', 'rzp-success']);
  });

  it('is verified once, however often the script says it', async () => {
    const {start, razorpay, names, verifications, face} = prepare((checkout) => {
      checkout.pay();
      checkout.pay();
    });
    await start();
    razorpay.checkouts[0]!.options.handler?.({...PAYMENT});
    await until(() => face().state === 'paid');
    expect(names().filter((name) => name === 'rzp-payment')).to.have.length(1);
    expect(await verifications.calls()).to.have.length(1);
  });

  it('closes the checkout that was opened since', async () => {
    const {start, razorpay, states} = prepare((checkout) => checkout.dismiss());
    await start();
    razorpay.onOpen = (checkout) => {
      checkout.render();
      razorpay.checkouts[0]!.options.handler?.({...PAYMENT});
    };
    expect(await start()).to.include({type: 'dismissed', reason: 'closed'});
    await until(() => states().includes('paid'));
  });
});

describe('an order that is tried again', () => {
  const attempted = {json: {status: 'attempted', order_id: ORDER_ID}};

  /** A shopper whose attempt failed, who has closed the checkout, and who tries again. */
  async function triedAgain() {
    const view = prepare(
      (checkout) => {
        checkout.decline();
        checkout.dismiss();
      },
      {status: [attempted]},
    );
    void view.start();
    await until(() => view.face().actions.length === 2);
    view.razorpay.onOpen = (checkout) => checkout.render();
    view.press('Try again');
    await view.became('open');
    return view;
  }

  it('is the same order, in a checkout of its own', async () => {
    const {razorpay, orders, close} = await triedAgain();
    expect(razorpay.checkouts.map(({options}) => options.order_id)).to.deep.equal([
      ORDER_ID,
      ORDER_ID,
    ]);
    expect(await orders.calls()).to.have.length(1);
    expect(close()).to.be.true;
  });

  it('is told of once where the first checkout was paid after all', async () => {
    const {razorpay, became, endings} = await triedAgain();
    razorpay.checkouts[0]!.options.handler?.({...PAYMENT});
    await became('paid');
    expect(razorpay.checkouts[1]!.closes).to.equal(1);
    await new Promise(requestAnimationFrame);
    expect(endings()).to.deep.equal(['rzp-dismiss', 'rzp-success']);
  });

  it('is not opened while another checkout is', async () => {
    const view = prepare(
      (checkout) => {
        checkout.decline();
        checkout.dismiss();
      },
      {status: [attempted]},
    );
    void view.start();
    await until(() => view.face().actions.length === 2);
    const other = prepare((checkout) => checkout.render());
    void other.start();
    await other.became('open');
    view.press('Try again');
    expect(view.face().state).to.equal('idle');
    expect(view.razorpay.checkouts).to.have.length(1);
    other.close();
    await other.became('idle');
  });
});

describe('a purchase', () => {
  it('has an outcome from a payment on, and not while it is only open', async () => {
    const {start, became, purchases, razorpay} = prepare((checkout) => checkout.render());
    const outcome = start();
    await became('open');
    expect(purchases[0]!.outcome).to.equal(undefined);
    razorpay.checkouts[0]!.pay();
    expect(await outcome).to.include({type: 'success'});
    expect(await purchases[0]!.outcome).to.equal(await outcome);
  });

  it('has none any more where it turns out that nothing was paid', async () => {
    const cancelled = {json: {status: 'cancelled', order_id: ORDER_ID}};
    const {start, became, press, purchases} = prepare(
      (checkout) => {
        checkout.decline();
        checkout.dismiss();
      },
      {status: [{json: {status: 'attempted', order_id: ORDER_ID}}, cancelled]},
    );
    await start();
    expect(purchases[0]!.outcome).to.not.equal(undefined);
    press('I was charged, check again');
    await became('idle');
    await until(() => purchases[0]!.outcome === undefined);
  });

  it('is silent once it is reset, but for its events', async () => {
    const {start, became, purchases, razorpay, seen, names} = prepare((checkout) =>
      checkout.render(),
    );
    const outcome = start();
    await became('open');
    purchases[0]!.reset();
    const before = seen.length;
    razorpay.checkouts[0]!.pay();
    expect(await outcome).to.include({type: 'success'});
    expect(seen).to.have.length(before);
    expect(names().at(-1)).to.equal('rzp-success');
  });

  it('ends as failed, and leaves the page free, where its work throws', async () => {
    const purchase = new Purchase({}, {target: new EventTarget()});
    const failed = await purchase.start(() => Promise.reject(new TypeError('No map.')));
    expect(failed).to.have.nested.property('error.code', 'unexpected');
    expect(failed).to.have.nested.property('error.message', 'No map.');
    expect(
      await purchase.start(() => Promise.resolve({type: 'dismissed', reason: 'closed'})),
    ).to.include({type: 'dismissed'});
  });
});
