import {expect, fixture} from '@open-wc/testing';
import {RzpMagicButton} from '../../src/button/rzp-magic-button.js';
import {OPTIONS} from '../../src/checkout/shell/options.js';
import {attributeOf} from '../../src/checkout/shell/attributes.js';
import type {RzpErrorEvent, RzpPaymentEvent} from '../../src/checkout/events/events.js';
import type {CheckoutState} from '../../src/checkout/shell/checkout-state.js';
import {parts, prepare, STATES} from '../fixtures/browser/button.js';
import {heard} from '../fixtures/browser/console.js';
import {ORDER_REPLY, PAYMENT} from '../fixtures/browser/order-samples.js';
import {until} from '../fixtures/browser/wait.js';

describe('the list of scripts', () => {
  afterEach(() => {
    RzpMagicButton.allowedScriptOrigins = [];
  });

  /** The addresses of the tags that are added to the page's head from now on. */
  function watchTags() {
    const tags: string[] = [];
    const observer = new MutationObserver((changes) => {
      for (const {addedNodes} of changes)
        for (const node of addedNodes) if (node instanceof HTMLScriptElement) tags.push(node.src);
    });
    observer.observe(document.head, {childList: true});
    observers.push(observer);
    return tags;
  }
  const observers: MutationObserver[] = [];
  afterEach(() => {
    for (const observer of observers.splice(0)) observer.disconnect();
  });

  for (const load of ['eager', 'visible'])
    it(`has a button with load=${load} look again`, async () => {
      const script = `https://${load}.invalid/magic-checkout.js`;
      const tags = watchTags();
      const {button} = await prepare({attributes: {load, 'script-url': script}});
      expect(await button.open()).to.have.nested.property('error.code', 'config_invalid');
      expect(tags).to.not.contain(script);
      RzpMagicButton.allowedScriptOrigins = [script];
      await until(() => tags.includes(script));
    });

  it('may be set before the tag is defined, and by a subclass', () => {
    class Another extends RzpMagicButton {}
    const script = 'https://scripts.invalid/magic-checkout.js';
    Another.allowedScriptOrigins = [script];
    expect(RzpMagicButton.allowedScriptOrigins).to.deep.equal([script]);
  });
});

describe('where nothing is drawn', () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, 'CSS') ?? {};
  before(() => delete (globalThis as {CSS?: unknown}).CSS);
  after(() => Object.defineProperty(globalThis, 'CSS', original));

  it('a button is made all the same, and nobody makes its colours: unit tests of pages have no CSS', async () => {
    const {button} = await prepare({attributes: {'theme-color': '#b45309', secured: ''}});
    await until(() => button.speech, 'what it speaks by');
    expect(button.state).to.equal('idle');
    expect(parts(button).native.style.getPropertyValue('--ink')).to.equal('');
  });
});

describe('the attributes', () => {
  it('are those of every option and of the merchant', () => {
    expect(RzpMagicButton.observedAttributes).to.include.members([
      ...Object.keys(OPTIONS).map(attributeOf),
      ...['order-url', 'verify-url', 'status-url', 'success-url', 'script-url', 'load'],
      ...['disabled', 'variant', 'size', 'debug', 'credentials'],
    ]);
    expect(RzpMagicButton.observedAttributes).to.not.include.members(['state', 'nonce']);
  });

  it('reach Razorpay', async () => {
    const {button, razorpay, became} = await prepare({
      attributes: {
        'business-name': 'Chai',
        'show-coupons': 'false',
        'modal-escape': '',
        timeout: '300',
        'data-note-gift-wrap': 'yes',
      },
    });
    button.click();
    await became('open');
    expect(razorpay.checkouts[0]?.options).to.deep.include({
      name: 'Chai',
      show_coupons: false,
      timeout: 300,
      notes: {gift_wrap: 'yes'},
    });
    expect(razorpay.checkouts[0]?.options.modal?.escape).to.be.true;
  });

  it('of the order data are the body of the order request', async () => {
    const {button, became, bodies} = await prepare({
      attributes: {'data-order-cart-id': '7', 'data-order-gift': ''},
    });
    button.click();
    await became('open');
    expect(await bodies()).to.deep.equal([{cart_id: '7', gift: ''}]);
  });

  it('that are removed leave Razorpay its default', async () => {
    const {button, razorpay, became} = await prepare({attributes: {'theme-color': '#0b5fff'}});
    button.removeAttribute('theme-color');
    button.click();
    await became('open');
    expect(razorpay.checkouts[0]?.options).to.not.have.property('theme');
  });

  it('are named as typed when they are wrong, and the element does not throw', async () => {
    const {button, message, became} = await prepare({attributes: {'show-coupons': 'yes'}});
    const outcome = await button.open();
    expect(outcome).to.have.nested.property('error.code', 'config_invalid');
    expect(outcome).to.have.nested.property('error.message').that.contains('show-coupons="yes"');
    await became('idle');
    expect(message.textContent).to.contain('not available');
  });
});

describe('the properties', () => {
  it('take texts, as frameworks write them', async () => {
    const {button, razorpay, became} = await prepare();
    Object.assign(button, {showCoupons: 'false', timeout: '300', oneClickCheckout: ''});
    button.click();
    await became('open');
    expect(razorpay.checkouts[0]?.options).to.include({
      show_coupons: false,
      timeout: 300,
    });
  });

  it('come before data attributes', async () => {
    const {button, became, bodies, razorpay} = await prepare({
      attributes: {'data-order-cart': '7', 'data-note-a': '1'},
    });
    Object.assign(button, {orderData: {items: [1]}, notes: {b: 2}});
    button.click();
    await became('open');
    expect(await bodies()).to.deep.equal([{items: [1]}]);
    expect(razorpay.checkouts[0]?.options.notes).to.deep.equal({b: '2'});
  });

  it('set before the tag is defined survive', async () => {
    const early = document.implementation.createHTMLDocument().createElement('rzp-magic-button');
    expect(early).to.not.be.instanceOf(RzpMagicButton);
    Object.assign(early, {orderUrl: '/orders', disabled: true, notes: {a: 1}});
    const {button} = await prepare();
    button.after(early);
    await early.updateComplete;
    expect(early).to.be.instanceOf(RzpMagicButton);
    expect(early).to.deep.include({orderUrl: '/orders', disabled: true, notes: {a: 1}});
    expect(parts(early).native.disabled).to.be.true;
  });

  it('set before the tag is defined win over attributes, in any order', async () => {
    const elsewhere = document.implementation.createHTMLDocument();
    const early = elsewhere.createElement('rzp-magic-button');
    Object.assign(early, {orderData: {sku: 'assam'}, disabled: false});
    early.setAttribute('order-url', '/attribute');
    early.setAttribute('disabled', '');
    Object.assign(early, {orderUrl: '/property', createOrder: () => 'order_1'});
    const {button} = await prepare();
    button.after(early);
    await early.updateComplete;
    expect(early).to.deep.include({
      orderUrl: '/property',
      orderData: {sku: 'assam'},
      disabled: false,
    });
    expect(early.createOrder).to.be.a('function');
    expect(early.matches(':disabled')).to.be.false;
    expect(parts(early).native.disabled).to.be.false;
  });

  it('set before the tag is defined give way to what is set afterwards', async () => {
    const elsewhere = document.implementation.createHTMLDocument();
    const early = elsewhere.createElement('rzp-magic-button');
    Object.assign(early, {orderData: {sku: 'assam'}, disabled: true, themeColor: '#000'});
    const {button} = await prepare();
    button.after(early);
    expect(early.orderData).to.deep.equal({sku: 'assam'});
    early.orderData = {sku: 'kulhad'};
    early.disabled = false;
    early.setAttribute('theme-color', '#fff');
    await early.updateComplete;
    expect(early).to.deep.include({orderData: {sku: 'kulhad'}, disabled: false});
    expect(early.themeColor).to.equal('#fff');
    expect(parts(early).native.disabled).to.be.false;
  });

  const MOMENTS = ['before the upgrade', 'before it is on the page', 'afterwards'] as const;
  const WAYS: Record<string, (button: RzpMagicButton, moment: number) => void> = {
    properties: (button, moment) =>
      Object.assign(button, {
        orderData: {moment},
        requestHeaders: {moment: String(moment)},
        notes: {moment},
        orderUrl: `/${moment}`,
        themeColor: `#00${moment}`,
        variant: moment % 2 ? 'outline' : 'filled',
        disabled: moment % 2 === 0,
      }),
    attributes: (button, moment) => {
      button.setAttribute('order-url', `/${moment}`);
      button.setAttribute('theme-color', `#00${moment}`);
      button.setAttribute('variant', moment % 2 ? 'outline' : 'filled');
      button.setAttribute('disabled', String(moment % 2 === 0));
    },
  };
  for (const [way, set] of Object.entries(WAYS))
    for (const upgrade of [true, false])
      for (const moments of [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]].filter(
        // What is not upgraded yet has no later moment before it is on the page.
        (chosen) => upgrade || !chosen.includes(1),
      ))
        it(`have what the ${way} said last: ${upgrade ? 'upgraded on purpose, ' : ''}set ${moments.map((moment) => MOMENTS[moment]).join(', and ')}`, async () => {
          const elsewhere = document.implementation.createHTMLDocument();
          const early = elsewhere.createElement('rzp-magic-button');
          const parent = document.createElement('div');
          const setIf = (moment: number) => moments.includes(moment) && set(early, moment);
          setIf(0);
          parent.append(early);
          if (upgrade) customElements.upgrade(parent);
          setIf(1);
          document.body.append(parent);
          setIf(2);
          for (const settled of [undefined, early.updateComplete]) {
            await settled;
            const last = moments.at(-1)!;
            expect(early).to.deep.include({
              orderUrl: `/${last}`,
              themeColor: `#00${last}`,
              variant: last % 2 ? 'outline' : 'filled',
              disabled: last % 2 === 0,
              ...(way === 'properties' && {
                orderData: {moment: last},
                requestHeaders: {moment: String(last)},
                notes: {moment: last},
              }),
            });
          }
          expect(parts(early).native.disabled).to.equal(early.disabled);
          expect(early.matches(':disabled')).to.equal(early.disabled);
          parent.remove();
        });

  // WebKit goes on telling of an attribute that was taken off during the upgrade.
  for (const [text, isDisabled] of [
    ['false', false],
    ['', true],
    ['true', true],
  ] as const)
    for (const inFieldset of [false, true])
      it(`and disabled="${text}" from before the upgrade ${isDisabled ? 'disables' : 'leaves a live button'}${inFieldset ? ', and a disabled fieldset disables' : ''}`, async () => {
        const elsewhere = document.implementation.createHTMLDocument();
        const early = elsewhere.createElement('rzp-magic-button');
        early.setAttribute('disabled', text);
        const parent = document.createElement(inFieldset ? 'fieldset' : 'form');
        parent.append(early);
        document.body.append(parent);
        parent.toggleAttribute('disabled', inFieldset);
        await early.updateComplete;
        expect(parts(early).native.disabled).to.equal(isDisabled || inFieldset);
        parent.removeAttribute('disabled');
        await early.updateComplete;
        expect(parts(early).native.disabled).to.equal(isDisabled);
        parent.remove();
      });

  it('win over the attributes of the same element, upgraded on purpose or not', async () => {
    for (const upgrade of [true, false]) {
      const elsewhere = document.implementation.createHTMLDocument();
      const early = elsewhere.createElement('rzp-magic-button');
      WAYS.attributes!(early, 0);
      WAYS.properties!(early, 1);
      const parent = document.createElement('div');
      parent.append(early);
      if (upgrade) customElements.upgrade(parent);
      document.body.append(parent);
      await early.updateComplete;
      expect(early).to.include({orderUrl: '/1', themeColor: '#001', disabled: false});
      early.setAttribute('order-url', '/attribute');
      expect(early.orderUrl).to.equal('/attribute');
      early.removeAttribute('order-url');
      expect(early.orderUrl).to.equal(null);
      parent.remove();
    }
  });

  it('changed while the checkout is open are for the next press', async () => {
    const {button, became, verifications, razorpay} = await prepare();
    button.click();
    await became('open');
    button.verifyUrl = '/elsewhere';
    razorpay.checkouts[0]!.pay();
    await became('paid');
    expect(await verifications.calls()).to.have.length(1);
  });

  it('carry the nonce to the script', async () => {
    const {button, became, source} = await prepare();
    button.nonce = 'n0nce';
    button.click();
    await became('open');
    const tag = Array.from(document.scripts).find(({src}) => src === source.url);
    expect(tag?.nonce).to.equal('n0nce');
  });
});

describe('the state', () => {
  for (const [state, setting] of Object.entries(STATES)) {
    it(`is ${state} for CSS and JavaScript`, async () => {
      const {button, became} = await prepare(setting);
      button.click();
      await became(state as CheckoutState);
      expect(button.dataset.state).to.equal(state);
      expect(button.matches(':state(idle)')).to.be.false;
      expect(button.matches(`:state(${state})`)).to.be.true;
    });
  }

  it('can not be set from HTML or JavaScript', async () => {
    const {button} = await prepare({attributes: {state: 'paid', 'data-state': 'paid'}});
    expect(() => Object.assign(button, {state: 'paid'})).to.throw(TypeError);
    expect(button.state).to.equal('idle');
    expect(button.dataset.state).to.equal('idle');
  });

  it('is not in the tag before it changes, because a server did not write it', async () => {
    const {button, became} = await prepare();
    expect(button.getAttributeNames()).to.not.include('data-state');
    button.click();
    await became('open');
    expect(button.dataset.state).to.equal('open');
    button.close();
    await became('idle');
    expect(button.dataset.state).to.equal('idle');
  });

  it('is told at each change', async () => {
    const {button, became} = await prepare(STATES.paid);
    const changes: string[] = [];
    document.addEventListener('rzp-statechange', ({state, previous}) =>
      changes.push(`${previous} ${state}`),
    );
    button.click();
    await became('paid');
    expect(changes).to.deep.equal([
      'idle preparing',
      'preparing open',
      'open verifying',
      'verifying paid',
    ]);
  });
});

describe('a press', () => {
  const presses: Record<string, (button: RzpMagicButton) => void> = {
    'by a click on the button': (button) => parts(button).native.click(),
    'by host.click()': (button) => button.click(),
    'on what stands in the slot': (button) => button.querySelector('i')!.click(),
    'by open()': (button) => void button.open(),
  };
  for (const [how, press] of Object.entries(presses)) {
    it(`${how} opens the checkout`, async () => {
      const {button, became} = await prepare({label: 'Pay <i>now</i>'});
      press(button);
      await became('open');
    });
  }

  it('on the message is none', async () => {
    const {button, message} = await prepare();
    message.click();
    expect(button.state).to.equal('idle');
  });

  for (const [what, disable] of Object.entries({
    'a disabled button': (button) => (button.disabled = true),
    'a button in a disabled fieldset': (button) =>
      ((button.parentElement as HTMLFieldSetElement).disabled = true),
  } satisfies Record<string, (button: RzpMagicButton) => unknown>)) {
    it(`on ${what} does nothing until it is enabled`, async () => {
      const parent = document.createElement('fieldset');
      const {button, native, became, source} = await prepare({parent});
      disable(button);
      await button.updateComplete;
      expect(native.disabled).to.be.true;
      button.click();
      native.click();
      button.dispatchEvent(new PointerEvent('pointerenter'));
      expect(button.state).to.equal('idle');
      expect(await source.calls()).to.be.empty;
      button.disabled = parent.disabled = false;
      await button.updateComplete;
      button.click();
      await became('open');
    });
  }

  it('twice makes one order and one checkout', async () => {
    const {button, native, orders, razorpay, became} = await prepare();
    native.click();
    native.click();
    button.click();
    await became('open');
    native.click();
    expect(await orders.calls()).to.have.length(1);
    expect(razorpay.checkouts).to.have.length(1);
  });

  it('while a checkout runs is answered with that one', async () => {
    const {button, became} = await prepare();
    const first = button.open();
    expect(button.open()).to.equal(first);
    await became('open');
    button.close();
    expect(await first).to.include({type: 'dismissed', reason: 'closed'});
  });

  it('on a paid button makes no other order', async () => {
    const {button, orders, became} = await prepare(STATES.paid);
    button.click();
    await became('paid');
    expect(await button.open()).to.include({type: 'success', status: 'paid'});
    expect(await orders.calls()).to.have.length(1);
  });

  it('that rzp-open prevents leaves the button as it was', async () => {
    const {button, orders, native} = await prepare();
    button.addEventListener('rzp-open', (event) => event.preventDefault(), {once: true});
    expect(await button.open()).to.include({type: 'dismissed', reason: 'prevented'});
    await button.updateComplete;
    expect(button.state).to.equal('idle');
    expect(native.getAttribute('aria-disabled')).to.equal('false');
    expect(await orders.calls()).to.be.empty;
  });

  it('on the second of two buttons is refused, and the first goes on', async () => {
    const one = await prepare();
    one.button.click();
    await one.became('open');
    const two = await prepare();
    expect(await two.button.open()).to.have.nested.property('error.code', 'checkout_busy');
    expect(one.button.state).to.equal('open');
    one.razorpay.checkouts[0]!.pay();
    await one.became('paid');
  });

  it('is refused without a way to confirm', async () => {
    const {button, orders} = await prepare({attributes: {'verify-url': null}});
    expect(await button.open()).to.have.nested.property('error.code', 'config_invalid');
    expect(await orders.calls()).to.be.empty;
  });

  it('needs no verify-url where a listener answers rzp-payment', async () => {
    const {button} = await prepare({...STATES.paid, attributes: {'verify-url': null}});
    button.addEventListener('rzp-payment', (event: RzpPaymentEvent) =>
      event.respondWith({status: 'placed'}),
    );
    expect(await button.open()).to.include({type: 'success', status: 'placed'});
  });
});

describe('the button', () => {
  for (const disabled of [null, '']) {
    it(`in a link ${disabled === null ? 'opens the checkout' : 'that is disabled does nothing'}, and the link is not followed`, async () => {
      const parent = document.createElement('a');
      parent.href = '#elsewhere';
      const {button, native, label, message, became} = await prepare({
        parent,
        attributes: {disabled},
      });
      for (const pressed of [native, label, message, button]) pressed.click();
      await became(disabled === null ? 'open' : 'idle');
      expect(location.hash).to.equal('');
    });
  }

  it('says Pay now unless it is labelled', async () => {
    const {label} = await prepare();
    expect(label.innerText).to.equal('Pay now');
    const other = await prepare({label: 'Buy'});
    const [text] = other.label.querySelector('slot')!.assignedNodes();
    expect(text?.textContent).to.equal('Buy');
    expect(other.label.innerText).to.equal('');
  });

  it('can be focused and not pressed while it is busy', async () => {
    const {button, native, became} = await prepare(STATES.preparing);
    button.focus();
    button.click();
    await became('preparing');
    expect(native.getAttribute('aria-disabled')).to.equal('true');
    expect(native.getAttribute('aria-busy')).to.equal('true');
    expect(native.disabled).to.be.false;
    expect(document.activeElement).to.equal(button);
  });

  it('is not busy any more once it is paid', async () => {
    const {button, native, became} = await prepare(STATES.paid);
    button.click();
    await became('paid');
    expect(native.getAttribute('aria-busy')).to.equal('false');
    expect(native.getAttribute('aria-disabled')).to.equal('false');
  });

  for (const [state, text] of Object.entries({
    preparing: 'Opening…',
    verifying: 'Confirming…',
    unconfirmed: PAYMENT.razorpay_payment_id,
    paid: 'Thank you',
    placed: 'You pay at the door',
  })) {
    it(`announces that it is ${state}`, async () => {
      const {button, message, became} = await prepare(STATES[state as 'paid']);
      expect(message.getAttribute('role')).to.equal('status');
      button.click();
      await became(state as 'paid');
      await until(() => message.textContent.includes(text), text);
    });
  }

  it('shows and announces what the order endpoint says to the shopper', async () => {
    const {button, message, became} = await prepare({
      order: {status: 422, json: {error: {code: 'ORDER_REFUSED', description: 'Out of stock.'}}},
    });
    await button.open();
    await became('idle');
    expect(message.textContent).to.equal('Out of stock.');
    expect(getComputedStyle(message).position).to.equal('static');
  });

  it('has the focus again after the checkout closed', async () => {
    const {button, became, razorpay} = await prepare({
      onOpen: (checkout) => {
        checkout.render();
        razorpay.frame.focus();
        checkout.dismiss();
      },
    });
    await button.open();
    await became('idle');
    expect(document.activeElement).to.equal(button);
  });

  it('leaves the focus where the shopper has put it', async () => {
    const field = document.createElement('input');
    const {button, became} = await prepare({
      onOpen: (checkout) => {
        field.focus();
        checkout.dismiss();
      },
    });
    button.after(field);
    await button.open();
    await became('idle');
    expect(document.activeElement).to.equal(field);
  });

  it('passes the focus on to the button inside', async () => {
    const {button, native} = await prepare();
    button.focus();
    expect(button.shadowRoot?.activeElement).to.equal(native);
  });

  it('goes on where it is moved while the checkout is open', async () => {
    const {button, became, razorpay} = await prepare();
    button.click();
    await became('open');
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(button);
    expect(button.state).to.equal('open');
    razorpay.checkouts[0]!.pay();
    await became('paid');
    elsewhere.remove();
  });

  it('tells the page what became of the money after it was taken out', async () => {
    const {button, became, razorpay} = await prepare();
    button.click();
    await became('open');
    const success = new Promise((resolve) =>
      document.addEventListener('rzp-success', resolve, {once: true}),
    );
    button.remove();
    razorpay.checkouts[0]!.pay();
    await success;
  });

  it('is verifying and then paid when a payment comes after a dismissal', async () => {
    const {button, razorpay, verifications, became} = await prepare({
      onOpen: (checkout) => checkout.dismiss(),
      verify: STATES.verifying.verify!,
    });
    await button.open();
    await became('idle');
    razorpay.checkouts[0]!.pay();
    await became('verifying');
    await until(async () => (await verifications.calls()).length);
    await verifications.release();
    await became('paid');
  });

  it('fires events that reach the document from inside a shadow root', async () => {
    const parent = document.createElement('div');
    const {button} = await prepare({parent, attributes: {'order-url': null}});
    parent.attachShadow({mode: 'open'}).append(button);
    const error = new Promise<RzpErrorEvent>((resolve) =>
      document.addEventListener('rzp-error', resolve, {once: true}),
    );
    void button.open();
    expect((await error).error.code).to.equal('config_invalid');
  });
});

describe('close()', () => {
  it('closes the open checkout', async () => {
    const {button, became} = await prepare();
    button.click();
    await became('open');
    expect(button.close()).to.be.true;
    await became('idle');
  });

  it('gives up what was pressed just now', async () => {
    const {button, razorpay} = await prepare();
    const outcome = button.open();
    expect(button.close()).to.be.true;
    expect(await outcome).to.include({type: 'dismissed', reason: 'closed'});
    expect(button.state).to.equal('idle');
    expect(razorpay.checkouts).to.deep.equal([]);
  });

  it('gives up what is being prepared', async () => {
    const {button, orders, became} = await prepare(STATES.preparing);
    button.click();
    await until(async () => (await orders.calls()).length);
    expect(button.close()).to.be.true;
    await became('idle');
  });

  it('is false where there is nothing to close', async () => {
    const {button, became} = await prepare(STATES.paid);
    expect(button.close()).to.be.false;
    button.click();
    await became('paid');
    expect(button.close()).to.be.false;
  });
});

describe('reset()', () => {
  it('makes a paid button ready for another order', async () => {
    const {button, native, orders, became} = await prepare(STATES.paid);
    button.click();
    await became('paid');
    button.reset();
    await became('idle');
    expect(native.getAttribute('aria-disabled')).to.equal('false');
    button.click();
    await became('paid');
    const [first, second] = (await orders.calls()).map(({headers}) => headers['idempotency-key']);
    expect(second).to.not.equal(first);
  });

  it('keeps what is still asked about the old order off the face', async () => {
    const {button, verifications, became} = await prepare(STATES.verifying);
    button.click();
    await became('verifying');
    button.reset();
    await became('idle');
    const success = new Promise((resolve) =>
      button.addEventListener('rzp-success', resolve, {once: true}),
    );
    await until(async () => (await verifications.calls()).length);
    await verifications.release();
    await success;
    expect(button.state).to.equal('idle');
  });

  it('does nothing while the checkout is open', async () => {
    const {button, became} = await prepare();
    button.click();
    await became('open');
    button.reset();
    expect(button.state).to.equal('open');
  });
});

describe('a button that says what it takes', () => {
  const prepareLabel = async (attributes: string, label = '') => {
    const host = await fixture<RzpMagicButton>(
      `<rzp-magic-button ${attributes}>${label}</rzp-magic-button>`,
    );
    const button = host.shadowRoot!.querySelector('button')!;
    return {host, button, foot: host.shadowRoot!.querySelector('small')!};
  };
  afterEach(() => document.documentElement.removeAttribute('lang'));

  it('names the amount in a place of its own, in the language of the page', async () => {
    document.documentElement.lang = 'hi-IN';
    const {host, button} = await prepareLabel('type="pay" amount="34900"');
    await until(() => button.innerText === '₹349 का भुगतान करें', 'the label');
    expect(button.querySelector('bdi')!.textContent).to.equal('₹349');
    // The lock.
    expect(button.querySelector('svg')!.getBoundingClientRect().height).to.be.greaterThan(10);
    host.setAttribute('amount', '39900');
    await until(() => button.innerText === '₹399 का भुगतान करें', 'the other amount');
  });

  it('keeps the label of the page, whatever the amount', async () => {
    const {host, button} = await prepareLabel('type="pay" amount="34900"', 'Take my money');
    await until(() => host.isConnected, 'connected');
    expect([host.innerText, button.innerText]).to.deep.equal(['Take my money', '']);
  });

  it('says what the order costs, where that is another amount', async () => {
    document.documentElement.lang = 'en-IN';
    const {button, message, became} = await prepare({
      attributes: {type: 'pay', amount: '34900'},
      order: {json: {...ORDER_REPLY, amount: 39_800, currency: 'INR'}},
      onOpen: (checkout) => checkout.dismiss(),
    });
    button.textContent = '';
    await button.open();
    await became('idle');
    await until(() => button.amount === 39_800, 'the amount of the order');
    const native = button.shadowRoot!.querySelector('button')!;
    await until(() => native.innerText.includes('₹398'), 'its label');
    await until(() => heard.error.length, 'what the developer is told');
    expect(heard.error.flat().join('')).to.contain('amount="34900" is not what the order costs');
    expect(message.textContent).to.equal('');
  });

  it('follows the page to another language, and two on a page speak two', async () => {
    document.documentElement.lang = 'hi';
    const {button} = await prepareLabel('type="donate"');
    const {button: other} = await prepareLabel('type="donate" language="ta"');
    await until(() => button.innerText === 'दान करें', 'Hindi');
    await until(() => other.innerText === 'நன்கொடை அளி', 'Tamil');
    const said = (label: Element) => [...label.querySelectorAll('span')].at(-1)!;
    expect(said(button).hasAttribute('lang')).to.equal(false);
    expect([said(other).lang, said(other).textContent.trim()]).to.deep.equal([
      'ta',
      other.innerText,
    ]);
    document.documentElement.lang = 'en';
    await until(() => button.innerText === 'Donate', 'English');
    expect(other.innerText).to.equal('நன்கொடை அளி');
  });

  it('says by what one can pay, below it and only where it is told to', async () => {
    document.documentElement.lang = 'en-IN';
    const {foot} = await prepareLabel('marks="upi card" secured', 'Pay');
    await until(() => foot.innerText.includes('UPI'), 'the marks');
    expect(foot.textContent).to.contain('Secured by Razorpay');
    const {foot: none} = await prepareLabel('secured="false"', 'Pay');
    expect(none.offsetHeight).to.equal(0);
  });

  it('reads as a property what it reads as an attribute, because React and Vue set texts so', async () => {
    document.documentElement.lang = 'en-IN';
    const {host, button, foot} = await prepareLabel('type="pay"');
    Object.assign(host, {amount: '34900', marks: 'upi', secured: 'true'});
    await until(() => foot.innerText.includes('Secured'), 'the line below');
    expect(button.innerText).to.equal('Pay ₹349');
    Object.assign(host, {marks: '', secured: 'false'});
    await until(() => foot.offsetHeight === 0, 'no line below');
    expect(foot.textContent).to.equal('');
    expect(heard.error).to.deep.equal([]);
  });

  it('has the place of that line before its words have come', async () => {
    const {foot} = await prepareLabel('marks="upi card cod" secured', 'Pay');
    expect(foot.offsetHeight).to.be.greaterThan(40);
    const before = foot.offsetHeight;
    await until(() => foot.innerText.includes('UPI'), 'the marks');
    expect(foot.offsetHeight).to.equal(before);
  });

  it('sends what stands in its label to nobody', async () => {
    const {button, razorpay, became, bodies} = await prepare({
      attributes: {type: 'pay', amount: '34900', currency: 'INR', marks: 'upi', secured: ''},
    });
    button.click();
    await became('open');
    const sent = JSON.stringify([await bodies(), razorpay.checkouts[0]!.options]);
    expect(sent).to.not.match(/34900|"currency"|"type"|marks|secured/);
  });

  it('tells Razorpay a language only where it is told one itself', async () => {
    document.documentElement.lang = 'hi';
    for (const [attributes, language] of [
      [{}, undefined],
      [{language: 'bn-IN'}, 'ben'],
    ] as const) {
      const {button, razorpay, became} = await prepare({attributes});
      button.click();
      await became('open');
      const {config} = razorpay.checkouts[0]!.options as {config?: {display: {language: string}}};
      expect(config?.display.language).to.equal(language);
      button.close();
      await became('idle');
    }
  });
});
