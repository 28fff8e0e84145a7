import {expect} from '@esm-bundle/chai';
import {requestOf} from '../../src/button/request-of.js';
import type {RzpMagicButton} from '../../src/button/rzp-magic-button.js';
import {startCheckout} from '../../src/checkout/start-checkout.js';
import type {CheckoutState} from '../../src/checkout/shell/checkout-state.js';
import {sharedState} from '../../src/checkout/storage/shared-state.js';
import {TOLD_ELSEWHERE, toldHere} from '../../src/checkout/shell/left-behind.js';
import {pageState} from '../../src/checkout/shell/page-state.js';
import {freshKey, keyName} from '../../src/checkout/storage/idempotency-key.js';
import {keepUnfinished} from '../../src/checkout/storage/unfinished.js';
import {parts, prepare, STATES, type Setting} from '../fixtures/browser/button.js';
import {fakeClock} from '../fixtures/browser/clock.js';
import {drawn, heldFrames} from '../fixtures/browser/frames.js';
import {
  ORDER_REPLY,
  OTHER_ORDER_REPLY,
  PAID,
  PAYMENT,
  unfinished,
} from '../fixtures/browser/order-samples.js';
import {KEY_ID, ORDER_ID, OTHER_ORDER_ID} from '../fixtures/samples.js';
import {shop, type Answer} from '../fixtures/browser/server.js';
import '../fixtures/browser/storage.js';
import {until} from '../fixtures/browser/wait.js';
import {needsNavigation} from '../fixtures/browser/navigation.js';

const became = (button: RzpMagicButton, state: CheckoutState) =>
  until(() => button.state === state, state);

/** A button that is written like another one. */
function copyOf(button: RzpMagicButton): RzpMagicButton {
  const copy = document.createElement('rzp-magic-button');
  for (const {name, value} of button.attributes) {
    if (name !== 'data-state') copy.setAttribute(name, value);
  }
  return copy;
}

/** Another button of the same page, as written as the first. */
async function twinOf(button: RzpMagicButton, changes: Record<string, string> = {}) {
  const twin = copyOf(button);
  for (const [name, value] of Object.entries(changes)) twin.setAttribute(name, value);
  button.parentElement!.append(twin);
  await twin.updateComplete;
  return twin;
}

const actions = (button: RzpMagicButton) =>
  [...parts(button).message.querySelectorAll('button')].map((action) => ({
    label: action.textContent,
    press: () => action.click(),
  }));

async function paid(setting: Setting = {}) {
  const shopper = await prepare({...STATES.paid, ...setting});
  shopper.button.click();
  await shopper.became('paid');
  return shopper;
}

describe('what became of a cart', () => {
  for (const state of ['verifying', 'unconfirmed', 'paid', 'placed'] as const) {
    it(`is shown by every button of the cart where it is ${state}`, async () => {
      const {button, orders, razorpay} = await prepare(STATES[state]);
      const twin = await twinOf(button);
      button.click();
      await became(button, state);
      await became(twin, state);
      const later = await twinOf(button);
      await became(later, state);
      void twin.open();
      void later.open();
      expect(await orders.calls()).to.have.length(1);
      expect(razorpay.checkouts).to.have.length(1);
      // Each says it in plain English until it has the words of its language.
      const said = () => [button, twin, later].map((one) => parts(one).message.textContent);
      await until(() => new Set(said()).size === 1, 'the same words');
      button.reset();
    });
  }

  it('is shown by a button that takes the place of the one that was pressed', async () => {
    const {button, orders, verifications} = await prepare(STATES.verifying);
    button.click();
    await became(button, 'verifying');
    const parent = button.parentElement!;
    const copy = copyOf(button);
    const heard: Event[] = [];
    document.addEventListener('rzp-success', (event) => heard.push(event), {once: true});
    parent.replaceChildren(copy);
    await until(async () => (await verifications.calls()).length);
    await verifications.release();
    await became(copy, 'paid');
    expect(heard).to.have.length(1);
    expect(await copy.open()).to.include({type: 'success', orderId: ORDER_ID});
    expect(await orders.calls()).to.have.length(1);
  });

  it('is none of another cart', async () => {
    const {button} = await paid({attributes: {'data-order-sku': 'assam'}});
    const other = await twinOf(button, {'data-order-sku': 'chai'});
    await other.updateComplete;
    expect(other.state).to.equal('idle');
  });

  it('is the same for the same data in another order of its fields', async () => {
    const {button} = await paid({attributes: {'data-order-a': '1', 'data-order-b': '2'}});
    const twin = await twinOf(button);
    for (const {name} of [...twin.attributes].filter(({name}) => name.startsWith('data-order-')))
      twin.removeAttribute(name);
    twin.orderData = {b: '2', a: '1'};
    await became(twin, 'paid');
  });

  it('is shown by buttons that name the order', async () => {
    const {button} = await paid();
    const named = await twinOf(button, {'order-id': ORDER_ID, 'key-id': KEY_ID});
    named.removeAttribute('order-url');
    await became(named, 'paid');
  });

  it('does not hold a cart that nothing came of', async () => {
    const {button} = await prepare({onOpen: (checkout) => checkout.dismiss()});
    const twin = await twinOf(button);
    expect(await button.open()).to.include({type: 'dismissed'});
    expect([button.state, twin.state]).to.deep.equal(['idle', 'idle']);
    expect(await twin.open()).to.include({type: 'dismissed'});
  });

  for (const [what, change] of Object.entries<(button: RzpMagicButton) => void>({
    'another attribute': (button) => button.setAttribute('data-order-sku', 'chai'),
    'other data': (button) => (button.orderData = {sku: 'chai'}),
    'another address': (button) => button.setAttribute('order-url', shop({json: PAID}).url),
  }))
    it(`is over for a button that gets ${what}, and back with the old cart`, async () => {
      const {button, orders} = await paid({attributes: {'data-order-sku': 'assam'}});
      const orderUrl = button.getAttribute('order-url')!;
      change(button);
      await became(button, 'idle');
      await until(() => parts(button).message.querySelector('.earlier') !== null);
      button.setAttribute('order-url', orderUrl);
      button.setAttribute('data-order-sku', 'assam');
      button.orderData = undefined;
      await became(button, 'paid');
      expect(await orders.calls()).to.have.length(1);
    });

  it('is over for data that was changed in its place, by the next press', async () => {
    const {button, became: becomes, orders} = await prepare(STATES.paid);
    const data = {sku: 'assam'};
    button.orderData = data;
    button.click();
    await becomes('paid');
    data.sku = 'chai';
    await button.open();
    expect((await orders.calls()).map(({body}) => body)).to.deep.equal([
      '{"sku":"assam"}',
      '{"sku":"chai"}',
    ]);
  });

  it('can be bought again by a press that comes after it can be read', async () => {
    const {button, orders} = await paid();
    const twin = await twinOf(button);
    await became(twin, 'paid');
    await drawn();
    const clock = fakeClock();
    const [buyAgain] = actions(twin);
    expect(buyAgain?.label).to.equal('Buy again');
    buyAgain?.press();
    expect([button.state, twin.state]).to.deep.equal(['paid', 'paid']);
    clock.tick(2_000);
    buyAgain?.press();
    await became(twin, 'idle');
    await became(button, 'idle');
    clock.restore();
    expect(await orders.calls()).to.have.length(1);
    expect(await twin.open()).to.include({type: 'success'});
    expect(await orders.calls()).to.have.length(2);
  });

  it('can be bought again only by a press that comes after it could be read', async () => {
    const {button, became: becomes} = await prepare(STATES.paid);
    const frames = heldFrames();
    button.click();
    await becomes('paid');
    const clock = fakeClock();
    const press = (of: RzpMagicButton) => actions(of)[0]?.press();
    // The tab is behind another one: nothing is drawn.
    clock.tick(60_000);
    press(button);
    expect(button.state).to.equal('paid');
    frames.draw();
    press(button);
    clock.tick(1_900);
    press(button);
    expect(button.state).to.equal('paid');
    // Each button says it at its own time.
    const twin = await twinOf(button);
    await became(twin, 'paid');
    frames.draw();
    clock.tick(1_900);
    press(twin);
    expect([button.state, twin.state]).to.deep.equal(['paid', 'paid']);
    clock.tick(100);
    press(twin);
    await became(twin, 'idle');
    await became(button, 'idle');
  });

  it('keeps anybody from saying that a cart which was bought before is not charged', async () => {
    const orders = shop({json: ORDER_REPLY}, {status: 503});
    const {button} = await paid({attributes: {'order-url': orders.url}});
    button.reset();
    expect(await button.open()).to.have.nested.property('error.code', 'order_failed');
    const {textContent: said} = parts(button).message;
    expect(said).to.contain('Please try again.');
    expect(said).to.not.contain('charged');
  });

  it('is reset by any button of the cart', async () => {
    const {button} = await paid();
    const twin = await twinOf(button);
    await became(twin, 'paid');
    twin.reset();
    expect(twin.state).to.equal('idle');
    await became(button, 'idle');
  });
});

describe('a cart that was bought in another view of a single-page app', () => {
  const here = location.href;
  const go = (path: string) => history.pushState(null, '', new URL(path, here));
  const back = () =>
    new Promise((resolve) => {
      addEventListener('popstate', resolve, {once: true});
      history.back();
    });
  /** A shopper who has bought in the view `/cart`, and has read so. */
  async function bought() {
    go('/cart');
    const shopper = await paid();
    await drawn();
    return {...shopper, parent: shopper.button.parentElement!};
  }

  beforeEach(function () {
    needsNavigation(this);
  });
  afterEach(() => history.replaceState(null, '', here));

  it('is sold by a new button of a later view, also where its address is the same', async () => {
    const {button, orders, parent} = await bought();
    const again = copyOf(button);
    const later = copyOf(button);
    parent.replaceChildren();
    go('/home');
    parent.append(again);
    await again.updateComplete;
    expect(again.state).to.equal('idle');
    parent.replaceChildren();
    go('/cart');
    parent.append(later);
    await later.updateComplete;
    expect(later.state).to.equal('idle');
    expect(await later.open()).to.include({type: 'success'});
    expect(later.state).to.equal('paid');
    expect(await orders.calls()).to.have.length(2);
    const keys = (await orders.calls()).map(({headers}) => headers['idempotency-key']);
    expect(new Set(keys)).to.have.length(2);
  });

  for (const [what, move] of Object.entries<() => unknown>({
    'in the same view': () => undefined,
    'after a jump to an anchor': () => history.pushState(null, '', '#reviews'),
    'where the page has written over its address': () =>
      history.replaceState(null, '', '/cart?a=1'),
    'after a step back to it': async () => {
      go('/home');
      await back();
    },
  }))
    it(`is shown by a button that is rendered anew ${what}, and by its twin`, async () => {
      const {button, orders, parent} = await bought();
      const [copy, twin] = [copyOf(button), copyOf(button)];
      await move();
      parent.replaceChildren(copy, twin);
      await became(copy, 'paid');
      await became(twin, 'paid');
      expect(await copy.open()).to.include({type: 'success'});
      expect(await orders.calls()).to.have.length(1);
    });

  it('is shown on by a button that stays on the page, until another one sells it', async () => {
    const {button, parent, razorpay} = await bought();
    go('/thanks');
    button.requestHeaders = {};
    await button.updateComplete;
    expect(button.state).to.equal('paid');
    const other = copyOf(button);
    parent.append(other);
    await other.updateComplete;
    expect([button.state, other.state]).to.deep.equal(['paid', 'idle']);
    razorpay.onOpen = () => undefined;
    void other.open();
    await became(other, 'open');
    expect(button.state).to.equal('idle');
  });

  it('is sold by a call of the same page', async () => {
    const {button, orders} = await bought();
    go('/home');
    const outcome = await startCheckout(requestOf(button));
    expect(outcome).to.include({type: 'success'});
    expect(await orders.calls()).to.have.length(2);
  });

  it('is sold by the same button where it has left the page and comes back in a later view', async () => {
    const {button, orders, parent} = await bought();
    button.remove();
    go('/home');
    go('/cart');
    parent.append(button);
    await became(button, 'idle');
    expect(await button.open()).to.include({type: 'success'});
    expect(await orders.calls()).to.have.length(2);
    button.remove();
    parent.append(button);
    await button.updateComplete;
    expect(button.state).to.equal('paid');
  });

  it('is shown in any view where nobody has read it yet', async () => {
    go('/cart');
    const {button} = await prepare(STATES.paid);
    const frames = heldFrames();
    button.click();
    await became(button, 'paid');
    const [copy, later] = [copyOf(button), copyOf(button)];
    const parent = button.parentElement!;
    go('/home');
    parent.replaceChildren(copy);
    await became(copy, 'paid');
    frames.draw();
    go('/cart');
    parent.replaceChildren(later);
    await later.updateComplete;
    expect(later.state).to.equal('idle');
  });

  it('is held in every view while it is in doubt', async () => {
    go('/cart');
    const {button, orders} = await prepare(STATES.unconfirmed);
    button.click();
    await became(button, 'unconfirmed');
    await drawn();
    const copy = copyOf(button);
    go('/home');
    button.replaceWith(copy);
    await became(copy, 'unconfirmed');
    void copy.open();
    expect(await orders.calls()).to.have.length(1);
    copy.reset();
  });
});

describe('a cart whose order a function makes', () => {
  const createOrder = () => ({order_id: ORDER_ID, key_id: KEY_ID});
  const setting = {attributes: {'order-url': null}};

  it('is the function with its data', async () => {
    const {button} = await prepare({...STATES.paid, ...setting});
    const [same, other] = [await twinOf(button), await twinOf(button)];
    for (const each of [button, same, other]) each.createOrder = createOrder;
    button.orderData = same.orderData = {sku: 'assam'};
    other.orderData = {sku: 'chai'};
    button.click();
    await became(button, 'paid');
    await became(same, 'paid');
    expect(other.state).to.equal('idle');
  });

  it('without data is only the button that was pressed, and what replaces it', async () => {
    const {button} = await prepare({...STATES.paid, ...setting});
    const parent = button.parentElement!;
    const neighbour = await twinOf(button);
    button.createOrder = neighbour.createOrder = createOrder;
    button.click();
    await became(button, 'paid');
    await neighbour.updateComplete;
    expect(neighbour.state).to.equal('idle');
    const copy = copyOf(button);
    copy.createOrder = createOrder;
    button.remove();
    neighbour.remove();
    parent.append(copy);
    await became(copy, 'paid');
  });

  it('without data stays paid when a neighbour with the same function is paid too', async () => {
    const {button, razorpay} = await prepare({...STATES.paid, ...setting});
    const neighbour = await twinOf(button);
    const ids = [ORDER_ID, OTHER_ORDER_ID];
    razorpay.onOpen = (checkout) =>
      checkout.pay({...PAYMENT, razorpay_order_id: checkout.options.order_id!});
    let made = 0;
    button.createOrder = neighbour.createOrder = () => ({
      order_id: ids[made++]!,
      key_id: KEY_ID,
    });
    for (const each of [button, neighbour]) {
      each.verifyUrl = shop({json: {...PAID, order_id: ids[made]}}).url;
      each.click();
      await became(each, 'paid');
    }
    await button.updateComplete;
    expect(button.state).to.equal('paid');
    button.click();
    await button.updateComplete;
    expect(made).to.equal(2);
  });
});

describe('a cart that was bought before the page was loaded again', () => {
  const confirmation = {
    status: 'paid',
    orderId: ORDER_ID,
    paymentId: PAYMENT.razorpay_payment_id,
    at: Date.now(),
  };

  it('is shown as bought, and opens nothing', async () => {
    const orders = shop({json: {order_id: ORDER_ID, key_id: KEY_ID}});
    sessionStorage.setItem(toldHere() + keyName(orders.url, {}), JSON.stringify(confirmation));
    const {button, razorpay} = await prepare({attributes: {'order-url': orders.url}});
    const pressed = button.open();
    expect(await pressed).to.include({type: 'success', orderId: ORDER_ID});
    await became(button, 'paid');
    expect(parts(button).message.textContent).to.contain(ORDER_ID);
    expect(razorpay.checkouts).to.deep.equal([]);
    expect(await orders.calls()).to.deep.equal([]);
  });

  for (const money of [{amount: 34_900, currency: '<b>'}, {amount: 'x', currency: 'INR'}, 5])
    it(`is shown as bought where ${JSON.stringify(money)} was kept as its sum, which is none`, async () => {
      const orders = shop({json: {order_id: ORDER_ID, key_id: KEY_ID}});
      const text = JSON.stringify({...confirmation, money});
      sessionStorage.setItem(toldHere() + keyName(orders.url, {}), text);
      const {button} = await prepare({attributes: {'order-url': orders.url}});
      await became(button, 'paid');
      expect(parts(button).message.textContent).to.contain(ORDER_ID);
      expect(await button.open()).to.include({type: 'success', orderId: ORDER_ID});
    });

  it('is sold where it was bought before a link led to this page', async () => {
    const orders = shop({json: {order_id: ORDER_ID, key_id: KEY_ID}});
    const earlier = {...confirmation, at: performance.timeOrigin - 1};
    sessionStorage.setItem(toldHere() + keyName(orders.url, {}), JSON.stringify(earlier));
    const {button} = await prepare({...STATES.paid, attributes: {'order-url': orders.url}});
    expect(await button.open()).to.include({type: 'success'});
    expect(await orders.calls()).to.have.length(1);
  });

  it('is sold where it was bought in a view that was left', async function () {
    needsNavigation(this);
    const orders = shop({json: {order_id: ORDER_ID, key_id: KEY_ID}});
    const here = location.href;
    history.pushState(null, '', '?cart');
    const view = navigation.currentEntry!.key;
    history.pushState(null, '', '?home');
    const name = toldHere() + keyName(new URL(orders.url, here).href, {});
    sessionStorage.setItem(name, JSON.stringify({...confirmation, view}));
    const {button} = await prepare({...STATES.paid, attributes: {'order-url': orders.url}});
    expect(await button.open()).to.include({type: 'success'});
    expect(await orders.calls()).to.have.length(1);
    history.replaceState(null, '', here);
  });

  for (const [what, text] of Object.entries({
    'no JSON': '{',
    null: 'null',
    'another word': JSON.stringify({...confirmation, status: 'created'}),
    'no order': JSON.stringify({...confirmation, orderId: 7}),
    'of a time that nobody can believe': JSON.stringify({...confirmation, at: 9e15}),
    'of no time': JSON.stringify({...confirmation, at: 'noon'}),
  }))
    it(`is sold where what was kept is ${what}`, async () => {
      const orders = shop({json: {order_id: ORDER_ID, key_id: KEY_ID}});
      sessionStorage.setItem(toldHere() + keyName(orders.url, {}), text);
      const {button} = await prepare({...STATES.paid, attributes: {'order-url': orders.url}});
      expect(await button.open()).to.include({type: 'success'});
      expect(await orders.calls()).to.have.length(1);
    });
});

describe('a cart that was bought at a price, once the page is loaded again', () => {
  /** The same button on the next page view, which has in memory nothing of this one. */
  async function reloaded(changes: Record<string, string>, setting: Setting = {}) {
    const shopper = await paid({...setting, attributes: {amount: '34900', ...setting.attributes}});
    pageState().carts.clear();
    const again = copyOf(shopper.button);
    for (const [name, value] of Object.entries(changes)) again.setAttribute(name, value);
    shopper.button.replaceWith(again);
    await again.updateComplete;
    return {...shopper, again};
  }

  for (const [what, changes] of Object.entries({
    amount: {amount: '124600'},
    currency: {currency: 'USD'},
  }))
    it(`is another one where the label has another ${what}`, async () => {
      const {again, orders, razorpay} = await reloaded(changes);
      // What was bought is said, and no more than that: the button sells.
      await until(() => parts(again).message.querySelector('.earlier') !== null);
      expect(parts(again).message.textContent).to.contain(ORDER_ID);
      expect(parts(again).message.querySelector('button')).to.equal(null);
      expect(again.state).to.equal('idle');
      expect(await again.open()).to.include({type: 'success'});
      expect(razorpay.checkouts).to.have.length(2);
      const keys = (await orders.calls()).map(({headers}) => headers['idempotency-key']);
      expect(new Set(keys)).to.have.length(2);
    });

  it('is said once, and not over what is said since', async () => {
    const {again} = await reloaded({amount: '124600'});
    const {message} = parts(again);
    await until(() => message.querySelector('.earlier') !== null);
    const notice = message.firstChild;
    again.amount = 124_700;
    await again.updateComplete;
    dispatchEvent(new StorageEvent('storage', {key: TOLD_ELSEWHERE, newValue: ''}));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(message.firstChild).to.equal(notice);
  });

  it('is another one once the label says so', async () => {
    const {again, razorpay} = await reloaded({});
    await became(again, 'paid');
    again.amount = 124_600;
    await became(again, 'idle');
    await until(() => parts(again).message.querySelector('.earlier') !== null);
    await again.open();
    expect(razorpay.checkouts).to.have.length(2);
  });

  for (const [what, amount] of [
    ['what it said, and shipping was added', '34900'],
    ['what was paid in all', '38900'],
  ] as const)
    it(`is the same where the label says ${what}`, async () => {
      const {again, razorpay} = await reloaded(
        {amount},
        {
          order: {json: {...ORDER_REPLY, amount: 34_900, currency: 'INR'}},
          verify: {json: {...PAID, amount: 38_900, currency: 'INR'}},
        },
      );
      await became(again, 'paid');
      expect(await again.open()).to.include({type: 'success', orderId: ORDER_ID});
      expect(razorpay.checkouts).to.have.length(1);
    });

  it('is the same where nothing was kept of its price', async () => {
    const {button, orders, razorpay} = await prepare({attributes: {amount: '34900'}});
    const told = {status: 'paid', orderId: ORDER_ID, paymentId: PAYMENT.razorpay_payment_id};
    const name = toldHere() + keyName(orders.url, {});
    sessionStorage.setItem(name, JSON.stringify({...told, at: Date.now()}));
    button.amount = 124_600;
    await became(button, 'paid');
    expect(await button.open()).to.include({type: 'success', orderId: ORDER_ID});
    expect(razorpay.checkouts).to.have.length(0);
  });

  it('is another one too where it was open, and is finished after that', async () => {
    const orders = shop({json: OTHER_ORDER_REPLY});
    const statuses = shop({json: PAID});
    const key = keyName(orders.url, {});
    sharedState().live.clear();
    keepUnfinished(
      unfinished({
        orderUrl: new URL(orders.url, location.href).href,
        keyName: key,
        cart: key,
        price: '34900INR',
        statusOrigin: location.origin,
      }),
    );
    const heard: Event[] = [];
    document.addEventListener('rzp-success', (event) => heard.push(event), {once: true});
    const {button, razorpay} = await prepare({
      attributes: {
        'order-url': orders.url,
        'status-url': statuses.url,
        'key-id': KEY_ID,
        amount: '124600',
      },
    });
    await until(() => heard.length, 'the resumed success');
    void button.open();
    await became(button, 'open');
    expect(razorpay.checkouts[0]!.options.order_id).to.equal(OTHER_ORDER_ID);
  });
});

describe('a cart that another tab has bought', () => {
  async function bought(
    status: Parameters<typeof shop>[0],
    more: object = {},
    attributes: Record<string, string> = {},
  ) {
    const orders = shop({json: {order_id: ORDER_ID, key_id: KEY_ID}});
    const statuses = shop(status);
    const shopper = await prepare({
      ...STATES.paid,
      attributes: {'order-url': orders.url, 'status-url': statuses.url, ...attributes},
    });
    const key = TOLD_ELSEWHERE + keyName(orders.url, {});
    const newValue = JSON.stringify({
      status: 'paid',
      orderId: ORDER_ID,
      paymentId: PAYMENT.razorpay_payment_id,
      at: Date.now(),
      ...more,
    });
    localStorage.setItem(key, newValue);
    return {...shopper, orders, statuses, key, newValue};
  }

  it('is asked about when the tab hears of it, and shown', async () => {
    const {button, key, newValue, orders, statuses} = await bought({json: PAID});
    dispatchEvent(new StorageEvent('storage', {key, newValue}));
    await became(button, 'paid');
    expect(await statuses.calls()).to.have.length(1);
    expect(await orders.calls()).to.deep.equal([]);
  });

  it('is shown again once the tab that has heard of it is loaded again', async () => {
    const {button, key, newValue, orders} = await bought({json: PAID});
    dispatchEvent(new StorageEvent('storage', {key, newValue}));
    await became(button, 'paid');
    pageState().carts.clear();
    // What another tab told lies before this page view.
    localStorage.removeItem(key);
    const again = copyOf(button);
    button.replaceWith(again);
    await became(again, 'paid');
    expect(await again.open()).to.include({type: 'success', orderId: ORDER_ID});
    expect(await orders.calls()).to.deep.equal([]);
  });

  for (const [what, change] of Object.entries<(button: RzpMagicButton) => unknown>({
    amount: (button) => (button.amount = 124_600),
    currency: (button) => (button.currency = 'USD'),
  }))
    it(`is another one once the label has another ${what}`, async () => {
      const {button, key, newValue, orders} = await bought(
        {json: PAID},
        {price: '34900INR'},
        {amount: '34900'},
      );
      dispatchEvent(new StorageEvent('storage', {key, newValue}));
      await became(button, 'paid');
      change(button);
      await became(button, 'idle');
      expect(await button.open()).to.include({type: 'success'});
      expect(await orders.calls()).to.have.length(1);
    });

  it('is the same where a label that was there before says what it cost then', async () => {
    const {button, key, newValue, orders} = await bought(
      {json: PAID},
      {price: '124600INR'},
      {amount: '34900'},
    );
    dispatchEvent(new StorageEvent('storage', {key, newValue}));
    await became(button, 'paid');
    expect(await button.open()).to.include({type: 'success', orderId: ORDER_ID});
    expect(await orders.calls()).to.deep.equal([]);
  });

  it('is not sold to a tab that has bought it before, at another price', async () => {
    const {button, key, newValue, orders} = await bought(
      {json: {...PAID, order_id: OTHER_ORDER_ID}},
      {orderId: OTHER_ORDER_ID},
      {amount: '34900'},
    );
    localStorage.removeItem(key);
    await button.open();
    button.amount = 124_600;
    await became(button, 'idle');
    localStorage.setItem(key, newValue);
    expect(await button.open()).to.include({type: 'success', orderId: OTHER_ORDER_ID});
    expect(await orders.calls()).to.have.length(1);
  });

  it('is asked about before another order is made', async () => {
    const {button, orders, razorpay} = await bought({json: PAID});
    expect(await button.open()).to.include({type: 'success', orderId: ORDER_ID});
    expect(button.state).to.equal('paid');
    expect(razorpay.checkouts).to.deep.equal([]);
    expect(await orders.calls()).to.deep.equal([]);
  });

  it('is not sold while nobody can be asked', async () => {
    const {button, orders} = await bought({status: 503});
    const outcome = await button.open();
    expect(outcome.type === 'failed' && outcome.error.code).to.equal('order_refused');
    expect(parts(button).message.textContent).to.contain('do not pay again');
    expect(await orders.calls()).to.deep.equal([]);
  });

  for (const status of ['created', 'attempted', 'unconfirmed'])
    it(`is not sold for an old answer that says ${status}`, async () => {
      const {button, orders, key, newValue} = await bought({json: {status, order_id: ORDER_ID}});
      expect(await button.open()).to.have.nested.property('error.code', 'order_refused');
      expect(parts(button).message.textContent).to.contain('do not pay again');
      expect(await orders.calls()).to.deep.equal([]);
      expect(localStorage.getItem(key)).to.equal(newValue);
    });

  for (const status of ['refunded', 'cancelled'])
    it(`is sold where that order was ${status} since`, async () => {
      const {button, orders} = await bought({json: {status, order_id: ORDER_ID}});
      expect(await button.open()).to.include({type: 'success'});
      expect(await orders.calls()).to.have.length(1);
    });

  it('is asked about only where its checkout was opened with', async () => {
    const {button, orders, statuses, key, newValue} = await bought(
      {json: {status: 'refunded', order_id: ORDER_ID}},
      {statusOrigin: 'https://api.shop.example'},
    );
    expect(await button.open()).to.deep.equal({
      type: 'success',
      status: 'paid',
      orderId: ORDER_ID,
      paymentId: PAYMENT.razorpay_payment_id,
    });
    expect(await statuses.calls()).to.deep.equal([]);
    expect(await orders.calls()).to.deep.equal([]);
    expect(localStorage.getItem(key)).to.equal(newValue);
  });

  it('keeps for other tabs where it may be asked for', async () => {
    const {button, orders} = await paid({attributes: {'status-url': 'https://api.shop.example/s'}});
    const told = localStorage.getItem(TOLD_ELSEWHERE + keyName(orders.url, {}));
    expect(JSON.parse(told!)).to.include({statusOrigin: 'https://api.shop.example'});
    button.reset();
  });

  it('is sold where it was bought at a time that nobody can believe', async () => {
    const {button, orders, statuses} = await bought({status: 404}, {at: 9e15});
    expect(await button.open()).to.include({type: 'success'});
    expect(await orders.calls()).to.have.length(1);
    expect(await statuses.calls()).to.deep.equal([]);
  });

  it('is sold on a page that was loaded after it was bought', async () => {
    const {button, key, newValue, orders} = await bought({json: PAID});
    const told = JSON.parse(newValue) as object;
    const earlier = {...told, at: performance.timeOrigin - 1};
    localStorage.setItem(key, JSON.stringify(earlier));
    expect(await button.open()).to.include({type: 'success'});
    expect(await orders.calls()).to.have.length(1);
  });
});

describe('a cart that is bought while a press is on its way', () => {
  const complete = {
    status: 422,
    json: {
      error: {code: 'IDEMPOTENCY_CONFLICT', description: 'Over.', reason: 'order_complete'},
    },
  };
  const found = {json: ORDER_REPLY};
  const another = {json: OTHER_ORDER_REPLY};

  /** A button whose order request waits; its cart was opened on an earlier page view. */
  async function pressed(order: Answer[], setting: Setting = {}) {
    const orders = shop(...order);
    const statuses = shop({json: PAID, hold: true});
    const key = keyName(orders.url, {});
    sharedState().live.clear();
    freshKey(orders.url, {});
    const {origin} = location;
    keepUnfinished(
      unfinished({
        orderUrl: new URL(orders.url, location.href).href,
        keyName: key,
        cart: key,
        verifyOrigin: origin,
        statusOrigin: origin,
      }),
    );
    const shopper = await prepare({
      ...setting,
      attributes: {'order-url': orders.url, 'status-url': statuses.url, 'key-id': KEY_ID},
    });
    await until(async () => (await statuses.calls()).length, 'resumed');
    const outcome = shopper.button.open();
    const heard: Event[] = [];
    document.addEventListener('rzp-success', (event) => heard.push(event), {once: true});
    const resumed = async () => {
      await statuses.release();
      await until(() => heard.length, 'the resumed success');
    };
    return {...shopper, orders, statuses, key, outcome, resumed};
  }

  for (const [what, order] of [
    ['is said to be over', [{...complete, hold: true}, another]],
    ['is found by its key', [{...found, hold: true}]],
    ['is another one', [{...another, hold: true}]],
  ] as const)
    it(`gets no other order where the earlier is finished, and the one asked for ${what}`, async () => {
      const {button, orders, outcome, resumed, razorpay} = await pressed([...order]);
      await until(async () => (await orders.calls()).length, 'asked for its order');
      await resumed();
      await orders.release();
      expect(await outcome).to.include({type: 'success', orderId: ORDER_ID});
      await became(button, 'paid');
      expect(parts(button).message.textContent).to.contain(ORDER_ID);
      expect(await orders.calls()).to.have.length(1);
      expect(razorpay.checkouts).to.deep.equal([]);
    });

  it('opens nothing where the earlier is finished while the script loads', async () => {
    const {button, orders, outcome, resumed, razorpay, source} = await pressed([found], {
      script: {script: 'constructor', hold: true},
    });
    await until(async () => (await orders.calls()).length, 'asked for its order');
    await resumed();
    await source.release();
    expect(await outcome).to.include({type: 'success', orderId: ORDER_ID});
    await became(button, 'paid');
    expect(razorpay.checkouts).to.deep.equal([]);
  });

  for (const [what, answer] of [
    ['comes', {...another, hold: true}],
    ['is over', {...complete, hold: true}],
  ] as const)
    it(`opens nothing where another tab has bought it by the time its order ${what}`, async () => {
      const orders = shop(answer, another);
      const statuses = shop({json: PAID});
      const {button, razorpay} = await prepare({
        attributes: {'order-url': orders.url, 'status-url': statuses.url},
      });
      freshKey(orders.url, {});
      const outcome = button.open();
      await until(async () => (await orders.calls()).length, 'asked for its order');
      const told = {status: 'paid', orderId: ORDER_ID, paymentId: PAYMENT.razorpay_payment_id};
      localStorage.setItem(
        TOLD_ELSEWHERE + keyName(orders.url, {}),
        JSON.stringify({...told, at: Date.now()}),
      );
      localStorage.removeItem(keyName(orders.url, {}));
      await orders.release();
      expect(await outcome).to.include({type: 'success', orderId: ORDER_ID});
      await became(button, 'paid');
      expect(await orders.calls()).to.have.length(1);
      expect(razorpay.checkouts).to.deep.equal([]);
    });

  it('is sold where the order endpoint alone says that the earlier is over', async () => {
    const orders = shop(complete, another);
    const {button, razorpay} = await prepare({attributes: {'order-url': orders.url}});
    freshKey(orders.url, {});
    void button.open();
    await became(button, 'open');
    expect(razorpay.checkouts[0]!.options.order_id).to.equal(OTHER_ORDER_ID);
  });
});

describe('another cart on the button of one that is bought', () => {
  const CHANGES: Record<string, (button: RzpMagicButton) => unknown> = {
    'by an attribute': (button) => (button.dataset.orderSku = 'kulhad'),
    'by a property': (button) => (button.orderData = {sku: 'kulhad'}),
    'by a function': (button) =>
      (button.createOrder = () => ({order_id: OTHER_ORDER_ID, key_id: KEY_ID})),
    'by another address': (button) => button.setAttribute('order-url', `${button.orderUrl}&other`),
    'by what the label says that it costs': (button) => (button.amount = 124_600),
    'by the currency of that': (button) => (button.currency = 'USD'),
  };
  for (const state of ['paid', 'placed'] as const)
    for (const [how, change] of Object.entries(CHANGES))
      it(`is sold where the first was ${state}, ${how}, and the first stays said, small`, async () => {
        const {button, razorpay, became} = await prepare(STATES[state]);
        button.amount = 34_900;
        await button.updateComplete;
        button.click();
        await became(state);
        change(button);
        await became('idle');
        const {message, native} = parts(button);
        expect(native.getAttribute('aria-disabled')).to.equal('false');
        await until(() => message.querySelector('.earlier') !== null);
        expect(message.textContent).to.contain(ORDER_ID);
        expect(message.getAttribute('role')).to.equal('status');
        await button.open();
        expect(razorpay.checkouts).to.have.length(2);
      });

  it('is not meant by a label that follows the order', async () => {
    const {button, became} = await prepare({
      ...STATES.paid,
      order: {json: {...ORDER_REPLY, amount: 37_800, currency: 'INR'}},
    });
    button.amount = 34_900;
    await button.updateComplete;
    button.click();
    await became('paid');
    button.amount = 37_800;
    await button.updateComplete;
    expect(button.state).to.equal('paid');
    await until(() => parts(button).message.querySelector('.paid') !== null);
    expect(button.state).to.equal('paid');
  });

  it('is not sold by its label where the first is in doubt', async () => {
    const {button, became} = await prepare(STATES.unconfirmed);
    button.amount = 34_900;
    await button.updateComplete;
    button.click();
    await became('unconfirmed');
    button.amount = 124_600;
    await button.updateComplete;
    await drawn();
    expect(button.state).to.equal('unconfirmed');
    button.reset();
  });
});
