import {expect} from '@esm-bundle/chai';
import {keyOf} from '../../src/checkout/request/read-element.js';
import {isKept, keepSale, type KeptSale} from '../../src/pos/sale/kept-sales.js';
import {KEPT_SALES} from '../../src/pos/shell/kept-prefix.js';
import type {RzpPosButton} from '../../src/pos/rzp-pos-button.js';
import {fakeClock} from '../fixtures/browser/clock.js';
import {heldFrames} from '../fixtures/browser/frames.js';
import {keptKeys} from '../fixtures/browser/storage.js';
import {failed, ON_DEVICE, PAID, prepareTill} from '../fixtures/browser/till.js';
import {until} from '../fixtures/browser/wait.js';
import {ORDER_ID} from '../fixtures/samples.js';

// What an earlier page view left is taken up by src/pos/sale/resume-sale.js.

/** Leaves a sale of a till on its device, as an earlier page view or another tab does. */
function leave(till: RzpPosButton, changes: Partial<KeptSale> = {}) {
  keepSale({
    orderId: ORDER_ID,
    cart: keyOf(till),
    keyName: '',
    deviceUrl: new URL(till.deviceUrl!, location.href).href,
    at: Date.now(),
    ...changes,
  });
}

/** A till whose cart was left on its device. */
async function prepare(device = [ON_DEVICE, PAID], changes: Partial<KeptSale> = {}) {
  const prepared = await prepareTill({device});
  const {till, parent} = prepared;
  till.remove();
  leave(till, changes);
  return {...prepared, reload: () => parent.append(till)};
}

const heard: Event[] = [];
const hear = (event: Event) => heard.push(event);
beforeEach(() => document.addEventListener('rzp-success', hear));
afterEach(() => {
  document.removeEventListener('rzp-success', hear);
  heard.length = 0;
});

describe('a sale that is on the device when the page is loaded', () => {
  it('is taken up, and told as one that was begun before', async () => {
    const {became, reload, events, orders, told, till, message} = await prepare();
    reload();
    await became('processing');
    await became('paid');
    expect(events.map(({type}) => type)).to.deep.equal(['rzp-success']);
    expect(events[0]).to.include({orderId: ORDER_ID, resumed: true});
    expect(await orders.calls()).to.be.empty;
    expect(await told()).to.be.empty;
    expect(isKept(ORDER_ID)).to.be.false;
    expect(message.textContent).to.contain('₹349 paid.');
    expect(await till.open()).to.include({type: 'success'});
  });

  it('is answered by a press, and can be cancelled', async () => {
    const {became, reload, told, till} = await prepare([ON_DEVICE, failed('checkout_not_found')]);
    reload();
    await became('processing');
    const outcome = till.open();
    expect(await till.cancel()).to.include({type: 'dismissed', reason: 'cancelled'});
    expect(await outcome).to.include({type: 'dismissed'});
    expect(await told()).to.deep.equal([{action: 'close_checkout', order_id: ORDER_ID}]);
  });

  it('and of another cart is told to the page, and not shown', async () => {
    const {reload, till} = await prepare([PAID], {cart: 'rzp-magic-button:key:another'});
    reload();
    await until(() => heard.length);
    expect(heard[0]).to.include({orderId: ORDER_ID, resumed: true});
    expect(till.state).to.equal('idle');
  });

  it('is asked for with the headers that the page has set since', async () => {
    // Read by src/checkout/recovery/current-headers.js.
    const {reload, became, devices, till} = await prepare();
    reload();
    await became('processing');
    till.requestHeaders = {'X-CSRF-Token': '7'};
    await became('paid');
    expect((await devices.calls()).at(-1)).to.have.nested.property('headers.x-csrf-token', '7');
  });

  it('but was put there by another address is left alone', async () => {
    const {reload, till, devices} = await prepare([PAID], {
      deviceUrl: 'https://other.example/devices',
    });
    reload();
    await till.updateComplete;
    expect(isKept(ORDER_ID)).to.be.true;
    expect(await devices.calls()).to.be.empty;
  });

  it('is shown, and told by the tab that has it', async () => {
    const {reload, became, names} = await prepare();
    let release: () => void = () => undefined;
    await new Promise<void>((held) => {
      void navigator.locks.request(`rzp-magic-button:telling:${ORDER_ID}`, () => {
        held();
        return new Promise<void>((resolve) => (release = resolve));
      });
    });
    reload();
    await became('paid');
    expect(names()).to.be.empty;
    expect(isKept(ORDER_ID)).to.be.true;
    release();
  });

  it('in another tab is taken up while this one is open', async () => {
    const {till, became} = await prepareTill({device: [ON_DEVICE]});
    leave(till);
    dispatchEvent(new StorageEvent('storage', {key: KEPT_SALES + ORDER_ID, newValue: '{}'}));
    await became('processing');
  });

  it('and failed is tried again with its order', async () => {
    const {reload, became, act, told} = await prepare([failed('CARD_DECLINED'), PAID]);
    reload();
    await became('failed');
    act('Try again');
    await became('paid');
    expect((await told()).map(({order_id}) => order_id)).to.deep.equal([ORDER_ID]);
  });
});

describe('a cart', () => {
  it('that was paid is shown so by each of its tills, and not told again', async () => {
    const {till, parent} = await prepareTill();
    await till.open();
    expect(heard).to.have.length(1);
    const twin = document.createElement('rzp-pos-button');
    for (const name of till.getAttributeNames()) {
      if (name !== 'data-state') twin.setAttribute(name, till.getAttribute(name)!);
    }
    parent.append(twin);
    await until(() => twin.state === 'paid');
    expect(await twin.open()).to.include({type: 'success', orderId: ORDER_ID});
    expect(heard).to.have.length(1);
  });

  it('that changes starts afresh, and comes back as it was', async () => {
    const {till, became} = await prepareTill();
    await till.open();
    till.orderData = {ticket: 18};
    await became('idle');
    till.orderData = {ticket: '17'};
    await became('paid');
  });

  it('that changes in its data attributes starts afresh', async () => {
    const {till, became} = await prepareTill();
    await till.open();
    till.setAttribute('data-order-ticket', '18');
    await became('idle');
  });

  it('that changes while its sale is on the device is not shown what becomes of that', async () => {
    const {till, became, names} = await prepareTill();
    const outcome = till.open();
    await became('processing');
    till.orderData = {ticket: 18};
    await became('idle');
    expect(await outcome).to.include({type: 'success'});
    expect(till.state).to.equal('idle');
    expect(names()).to.deep.equal(['rzp-open', 'rzp-success']);
  });

  it('that was paid is sold again by "New sale", and not by a tap that was meant for "Cancel"', async () => {
    const {till, act, orders} = await prepareTill({device: [PAID]});
    const frames = heldFrames();
    await till.open();
    const clock = fakeClock();
    // The tab is behind another one: nothing is drawn.
    clock.tick(60_000);
    act('New sale');
    expect(till.state).to.equal('paid');
    frames.draw();
    act('New sale');
    clock.tick(1_900);
    act('New sale');
    expect(till.state).to.equal('paid');
    clock.tick(100);
    act('New sale');
    expect(till.state).to.equal('idle');
    clock.restore();
    expect(await till.open()).to.include({type: 'success'});
    const keys = (await orders.calls()).map(({headers}) => headers['idempotency-key']);
    expect(new Set(keys)).to.have.length(2);
    expect(keptKeys()).to.be.empty;
  });

  it('that was paid is not sold again by a till that has only just said so', async () => {
    const {till, act, became} = await prepareTill({device: [PAID]});
    const frames = heldFrames();
    await till.open();
    const clock = fakeClock();
    frames.draw();
    clock.tick(60_000);
    till.orderData = {ticket: 18};
    await became('idle');
    till.orderData = null;
    await became('paid');
    act('New sale');
    expect(till.state).to.equal('paid');
    frames.draw();
    clock.tick(1_900);
    act('New sale');
    expect(till.state).to.equal('paid');
    clock.tick(100);
    act('New sale');
    expect(till.state).to.equal('idle');
  });

  it('that was paid keeps the focus in its message while the page sets what does not matter', async () => {
    const {till, actions, message} = await prepareTill({device: [PAID]});
    await till.open();
    const [newSale] = actions();
    newSale?.focus();
    till.description = 'Counter 2';
    await till.updateComplete;
    expect(actions()[0]).to.equal(newSale);
    expect(message.contains(till.shadowRoot!.activeElement)).to.be.true;
  });

  it('that was paid stays so where the page cancels it in that moment', async () => {
    const {till, message} = await prepareTill({device: [PAID]});
    let cancelled: unknown;
    till.addEventListener('rzp-success', () => void (cancelled = till.cancel()));
    const outcome = await till.open();
    expect(await cancelled).to.equal(outcome);
    expect(message.textContent).to.contain('₹349 paid.');
  });

  it('that failed is sold by another order after reset()', async () => {
    const {till, orders} = await prepareTill({device: [failed('CARD_DECLINED')]});
    await till.open();
    till.reset();
    expect(till.state).to.equal('idle');
    await till.open();
    const keys = (await orders.calls()).map(({headers}) => headers['idempotency-key']);
    expect(new Set(keys)).to.have.length(2);
  });

  it('is that of its address as it led when it was read first', async () => {
    const {till, became} = await prepareTill({attributes: {'device-url': '/devices'}});
    const key = keyOf(till);
    const before = location.href;
    history.pushState(null, '', '/elsewhere/');
    expect(keyOf(till)).to.equal(key);
    history.replaceState(null, '', before);
    await became('idle');
  });
});
