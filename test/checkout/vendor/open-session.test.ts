// With src/checkout/vendor/overlay.ts, what Razorpay's script puts into the page.
import {expect} from '@esm-bundle/chai';
import {loadBehind, openSession, type Ending} from '../../../src/checkout/vendor/open-session.js';
import type {PaymentResponse} from '../../../src/wire/page-script.js';
import {fakeClock} from '../../fixtures/browser/clock.js';
import {
  DECLINED,
  fakeRazorpay,
  type FakeCheckout,
  type FakeRazorpay,
} from '../../fixtures/browser/fake-razorpay.js';
import {PAYMENT} from '../../fixtures/browser/order-samples.js';
import {ORDER_ID} from '../../fixtures/samples.js';

/** An open session, what it tells, and the clock in hand. */
function prepare(onOpen?: FakeRazorpay['onOpen'], changes: Partial<FakeRazorpay> = {}) {
  const clock = fakeClock();
  const page = pageNow();
  const razorpay = Object.assign(fakeRazorpay(), changes, onOpen && {onOpen});
  const told: [string, unknown][] = [];
  const payments: PaymentResponse[] = [];
  const session = openSession(
    razorpay.Razorpay,
    {key: 'k', order_id: ORDER_ID, modal: {escape: false}},
    {
      payment: (payment) => payments.push(payment),
      pressed: () => told.push(['pressed', undefined]),
      attemptFailed: (error) => told.push(['attempt', error]),
      analytics: (data) => told.push(['analytics', data]),
    },
  );
  const endings: Ending[] = [];
  void session.ended.then((ending) => endings.push(ending));
  /** Lets time pass, and what it sets off happen. */
  const pass = async (ms: number) => {
    await clock.tickAsync(ms);
    return endings;
  };
  const [checkout] = razorpay.checkouts as [FakeCheckout];
  return {session, razorpay, checkout, told, payments, endings, pass, page};
}

/** What the vendor's script changes on the page. */
const pageNow = () => ({
  overflow: document.body.style.overflow,
  metas: [...document.querySelectorAll('meta[name="viewport"], meta[name="theme-color"]')],
  overlays: [...document.querySelectorAll<HTMLElement>('.razorpay-container')].filter(
    ({style}) => style.display !== 'none',
  ).length,
});

const theme = document.createElement('meta');
before(() => {
  theme.name = 'theme-color';
  document.head.prepend(theme);
});
after(() => theme.remove());
beforeEach(() => (document.body.style.overflow = 'scroll'));

/** Each way in which a checkout ends without a payment. */
const ENDINGS: Record<
  string,
  {onOpen: FakeRazorpay['onOpen']; after?: number; ending: object; code?: string}
> = {
  'closed by the shopper': {
    onOpen: (checkout) => checkout.dismiss(),
    ending: {type: 'dismissed', reason: 'closed'},
  },
  'timed out': {
    onOpen: (checkout) => checkout.dismiss('timeout'),
    ending: {type: 'dismissed', reason: 'timeout'},
  },
  'failed for good': {
    onOpen: (checkout) => checkout.dismiss({error: DECLINED}),
    ending: {type: 'dismissed', reason: 'payment_failed'},
  },
  'in fault': {
    onOpen: (checkout) => checkout.fault(),
    ending: {type: 'failed'},
    code: 'checkout_fault',
  },
  silent: {
    onOpen: () => undefined,
    after: 30_000,
    ending: {type: 'failed'},
    code: 'checkout_silent',
  },
};

describe('a session', () => {
  it('ends with a payment', async () => {
    const {pass, payments} = prepare((checkout) => checkout.pay());
    expect(await pass(300)).to.deep.equal([{type: 'payment'}]);
    expect(payments).to.deep.equal([PAYMENT]);
  });

  for (const [what, {onOpen, after = 10, ending, code}] of Object.entries(ENDINGS)) {
    it(`ends when the checkout is ${what}`, async () => {
      const {pass} = prepare(onOpen);
      const [end] = await pass(after);
      expect(end).to.include(ending);
      if (code) expect(end).to.have.nested.property('error.code', code);
    });

    it(`leaves a page that scrolls when the checkout is ${what}`, async () => {
      const {pass, page} = prepare(onOpen);
      expect(pageNow().overflow).to.equal('hidden');
      await pass(after);
      expect(pageNow()).to.deep.equal({...page, overlays: 0});
    });

    it(`tells of a payment that comes after the checkout was ${what}`, async () => {
      const {pass, checkout, payments, endings} = prepare(onOpen);
      await pass(after);
      checkout.options.handler?.({...PAYMENT});
      await pass(0);
      expect(payments).to.deep.equal([PAYMENT]);
      expect(endings).to.have.length(1);
    });
  }

  for (const throwIn of ['constructor', 'open'] as const) {
    it(`ends and leaves a page that scrolls when the script throws in ${throwIn}`, async () => {
      const {pass, page} = prepare(undefined, {throwIn});
      const [end] = await pass(0);
      expect(end).to.have.nested.property('error.code', 'checkout_failed');
      expect(end).to.have.nested.property('error.cause').that.is.an('error');
      expect(pageNow()).to.deep.equal({...page, overlays: 0});
    });
  }

  it('goes on after a failed attempt', async () => {
    const {pass, checkout, told, payments} = prepare((checkout) => {
      checkout.render();
      checkout.decline();
      checkout.decline();
    });
    expect(await pass(60_000)).to.be.empty;
    expect(told).to.deep.equal([
      ['attempt', DECLINED],
      ['attempt', DECLINED],
    ]);
    checkout.pay();
    expect(await pass(300)).to.deep.equal([{type: 'payment'}]);
    expect(payments).to.have.length(1);
  });

  it('tells the steps of the funnel', async () => {
    const {pass, told} = prepare((checkout) => checkout.analytics({event: 'initiate'}));
    await pass(10);
    expect(told).to.deep.equal([['analytics', {event: 'initiate'}]]);
  });

  it('hands over the options beside its own callbacks', () => {
    const {checkout} = prepare();
    expect(checkout.options).to.deep.include({key: 'k', order_id: ORDER_ID});
    expect(checkout.options.modal).to.include({escape: false});
  });

  it('gives the frame a name', async () => {
    const {frame} = prepare().razorpay;
    await loadBehind();
    await Promise.resolve();
    expect(frame.title).to.equal('Razorpay Checkout');
  });
});

describe('silence', () => {
  const lives: Record<string, FakeRazorpay['onOpen']> = {
    'a message came': () =>
      dispatchEvent(
        new MessageEvent('message', {
          source: document.querySelector<HTMLIFrameElement>('.razorpay-checkout-frame')!
            .contentWindow,
        }),
      ),
    'the script says that it is painted': (checkout) => checkout.emit('render'),
  };
  for (const [what, onOpen] of Object.entries(lives)) {
    it(`is none where ${what}`, async () => {
      const {pass} = prepare(onOpen);
      expect(await pass(120_000)).to.be.empty;
    });
  }

  for (const keepsLoader of [true, false]) {
    it(`ends the checkout ${keepsLoader ? 'with' : 'without'} a loader in its place`, async () => {
      const {pass} = prepare(() => undefined, {keepsLoader});
      const [end] = await pass(30_000);
      expect(end).to.have.nested.property('error.code', 'checkout_silent');
    });
  }

  it('is not broken by a focus in the frame: one that never came can be tapped too', async () => {
    const {pass} = prepare(() =>
      document.querySelector<HTMLElement>('.razorpay-checkout-frame')?.focus(),
    );
    expect(await pass(30_000)).to.have.length(1);
  });

  it('is not broken by a message from elsewhere', async () => {
    const {pass} = prepare(() => dispatchEvent(new MessageEvent('message', {source: window})));
    expect(await pass(30_000)).to.have.length(1);
  });

  it('lasts 30 seconds before it ends the checkout', async () => {
    const {pass} = prepare(() => undefined);
    expect(await pass(29_900)).to.be.empty;
    expect(await pass(100)).to.have.length(1);
  });

  it('ends the checkout also where the script can not close', async () => {
    const {pass, checkout, page} = prepare(() => undefined);
    Object.assign(checkout, {
      close() {
        window.onerror = () => ((window.onerror = null), true);
        throw new TypeError('no frame');
      },
    });
    await pass(30_000).catch(() => undefined);
    expect(pageNow()).to.deep.equal({...page, overlays: 0});
  });
});

describe('closing', () => {
  it('asks the checkout, which answers as if the shopper had closed it', async () => {
    const {session, pass} = prepare();
    await pass(10);
    expect(session.close()).to.be.true;
    expect(await pass(10)).to.deep.equal([{type: 'dismissed', reason: 'closed'}]);
  });

  it('is refused once a payment is on its way', async () => {
    const {session, checkout, pass} = prepare();
    await pass(10);
    checkout.submit();
    expect(session.close()).to.be.false;
    expect(checkout.closes).to.equal(0);
    expect(await pass(1_000)).to.be.empty;
  });

  it('is possible again after that payment failed', async () => {
    const {session, checkout, pass} = prepare();
    await pass(10);
    checkout.submit();
    checkout.decline();
    expect(session.close()).to.be.true;
    expect(await pass(10)).to.have.length(1);
  });

  for (const [build, keepsLoader] of [
    ['2023', true],
    ['2024', false],
  ] as const) {
    it(`frees the page where the frame of a build of ${build} never came`, async () => {
      const {session, pass, page} = prepare(() => undefined, {keepsLoader});
      await pass(1_000);
      expect(session.close()).to.be.true;
      expect(await pass(0)).to.deep.equal([{type: 'dismissed', reason: 'closed'}]);
      expect(pageNow()).to.deep.equal({...page, overlays: 0});
    });

    it(`leaves a frame of ${build} alone that has spoken and asks the shopper`, async () => {
      const {session, checkout, pass} = prepare(undefined, {keepsLoader});
      await pass(10);
      checkout.dismiss = () => undefined;
      expect(session.close()).to.be.true;
      expect(checkout.closes).to.equal(1);
      expect(await pass(120_000)).to.be.empty;
      expect(pageNow()).to.deep.include({overflow: 'hidden', overlays: 1});
    });
  }
});

describe('a frame that leaves the page', () => {
  it('ends the session, and the page scrolls', async () => {
    const {razorpay, pass, page} = prepare();
    await pass(10);
    razorpay.container.remove();
    expect(await pass(0)).to.deep.equal([{type: 'dismissed', reason: 'closed'}]);
    expect(pageNow()).to.deep.equal({...page, overlays: 0});
  });

  it('does not end it where it is back at once', async () => {
    const {razorpay, pass} = prepare();
    await pass(10);
    razorpay.container.remove();
    document.body.append(razorpay.container);
    expect(await pass(10)).to.be.empty;
  });

  it('is back in the body before the next opening', async () => {
    const {razorpay, pass} = prepare();
    await pass(10);
    razorpay.container.remove();
    await pass(10);
    const again = openSession(
      razorpay.Razorpay,
      {},
      {
        payment: () => undefined,
        pressed: () => undefined,
        attemptFailed: () => undefined,
        analytics: () => undefined,
      },
    );
    expect(razorpay.openedIn.map((place) => place === document.body)).to.deep.equal([true, true]);
    again.leave();
  });
});

describe('the inline overflow of the body', () => {
  const WRITTEN = {
    'overflow-y': 'overflow-y: scroll',
    'overflow-x': 'overflow-x: clip',
    both: 'overflow-x: clip; overflow-y: scroll',
    important: 'overflow-y: auto !important',
    'a variable': '--it: auto; overflow: var(--it)',
    none: 'color: red',
  };
  for (const [what, style] of Object.entries(WRITTEN)) {
    for (const [how, {onOpen, after = 10}] of Object.entries({
      ...ENDINGS,
      paid: {onOpen: (checkout: FakeCheckout) => checkout.pay(), after: 300},
    })) {
      it(`is as it was (${what}) after the checkout is ${how}`, async () => {
        document.body.style.cssText = style;
        const before = document.body.style.cssText.split('; ').sort();
        const {pass} = prepare(onOpen);
        expect(document.body.style.overflow).to.equal('hidden');
        await pass(after);
        expect(document.body.style.cssText.split('; ').sort().join()).to.equal(before.join());
      });
    }
  }

  after(() => document.body.removeAttribute('style'));
});

describe('the page behind the checkout', () => {
  before(loadBehind);

  const onPay = (checkout: FakeCheckout) => checkout.pay();
  for (const [what, {onOpen, after = 10}] of Object.entries({
    ...ENDINGS,
    paid: {onOpen: onPay, after: 300},
  })) {
    it(`is inert, and free again once the checkout is ${what}`, async () => {
      const {page, pass} = prepareBehind(onOpen);
      await loadBehind();
      expect(page.inert).to.be.true;
      await pass(after);
      expect(page.inert).to.be.false;
    });
  }

  it('is free, and has the focus, before anybody hears of a payment', async () => {
    const {page, button, pass, payments} = prepareBehind((checkout) => checkout.pay());
    await loadBehind();
    const seen: unknown[] = [];
    payments.push = () => seen.push(page.inert, document.activeElement === button);
    await pass(300);
    expect(seen).to.deep.equal([false, true]);
  });

  for (const [what, end] of Object.entries<(opened: ReturnType<typeof prepareBehind>) => void>({
    'asked to close': ({session}) => session.close(),
    left: ({session}) => session.leave(),
    'gone from the page': ({razorpay}) => razorpay.container.remove(),
    'gone with the body': ({body}) => document.body.replaceWith(body.cloneNode()),
  })) {
    it(`is free again once the checkout is ${what}`, async () => {
      const opened = prepareBehind();
      await loadBehind();
      await opened.pass(10);
      expect(opened.page.inert).to.be.true;
      end(opened);
      await opened.pass(10);
      expect(opened.page.inert).to.be.false;
      document.body.replaceWith(opened.body);
    });
  }

  it('is left alone where the checkout was over before', async () => {
    const {page, session} = prepareBehind();
    session.leave();
    await loadBehind();
    expect(page.inert).to.be.false;
  });

  it('has a way out of 8 seconds of silence, which closes the checkout', async () => {
    const {page, pass} = prepareBehind(() => undefined);
    await loadBehind();
    await pass(8_000);
    const panel = document.querySelector('.razorpay-container + div')?.shadowRoot;
    panel?.querySelector('button')?.click();
    expect(await pass(0)).to.deep.equal([{type: 'dismissed', reason: 'closed'}]);
    expect(page.inert).to.be.false;
  });

  for (const [what, speak] of Object.entries<(checkout: FakeCheckout) => void>({
    'shows itself': (checkout) => checkout.render(),
    'says that it is painted': (checkout) => checkout.emit('render'),
    'tells a step of the funnel': (checkout) => checkout.analytics({event: 'initiate'}),
    'has Pay pressed': (checkout) => checkout.submit(),
  })) {
    for (const [when, atMs] of Object.entries({early: 1_000, late: 9_000})) {
      it(`has no way out of a checkout that ${what} ${when}`, async () => {
        const {pass, checkout} = prepareBehind(() => undefined);
        await loadBehind();
        await pass(atMs);
        speak(checkout);
        await pass(20_000);
        expect(document.querySelector('.razorpay-container + div')).to.be.null;
      });
    }
  }
});

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
});

/** As `prepare`, on a page with a button that has the focus. */
function prepareBehind(onOpen?: FakeRazorpay['onOpen']) {
  const {body} = document;
  const page = document.createElement('main');
  const button = document.createElement('button');
  page.append(button);
  body.prepend(page);
  button.focus();
  const opened = prepare(onOpen);
  cleanups.push(() => {
    opened.session.leave();
    page.remove();
  });
  return {...opened, body, page, button};
}
