// src/sandbox/browser/page/install.ts and what it brings, as
// src/sandbox/browser/page/page-script.ts has it:
// src/sandbox/browser/page/checkout-instance.ts, src/sandbox/browser/page/validate.ts,
// src/sandbox/browser/page/defaults.ts, src/sandbox/browser/page/emitter.ts,
// src/sandbox/browser/page/config.ts, src/sandbox/browser/page/frame-host.ts,
// src/sandbox/browser/page/document/overlay.ts, src/sandbox/browser/page/document/page-lock.ts,
// src/sandbox/browser/page/document/when-body.ts, src/sandbox/browser/page/document/script-timing.ts
// and src/sandbox/browser/page/document/shop-analytics.ts, which
// src/sandbox/browser/frame/flow/shop-analytics.ts asks for.
import type {Dialog, Page} from '@playwright/test';
import {createSandbox} from 'rzp-magic-button/sandbox.js';
import {expect, test as base} from '../../../fixtures/sandbox/merchant.js';
import {get} from '../../../fixtures/sandbox/rest.js';
import {giveContact, payByUpi} from '../../../fixtures/sandbox/shopper.js';

declare global {
  interface Window {
    /** Does something with a checkout; what its listeners note is the answer. */
    hear(act: (checkout: Window['checkout'], heard: string[]) => void): string[];
  }
}

/** A page with the script, for what opens nothing: all tests of a worker can have the same one. */
const test = base.extend<object, {scriptPage: Page}>({
  scriptPage: [
    async ({browser}, use) => {
      const sandbox = await createSandbox();
      const page = await browser.newPage();
      await page.setContent(`<title>Shop</title><script src="${sandbox.scriptUrl}"></script>`);
      await page.evaluate(() => {
        window.hear = (act) => {
          const heard: string[] = [];
          act(window.Razorpay({key: 'rzp_test_1'}), heard);
          return heard;
        };
      });
      await use(page);
      await page.close();
      await sandbox.close();
    },
    {scope: 'worker'},
  ],
});

/** Shows the options of a checkout that is only constructed. */
const optionOf = (page: Page, options: object, name: string): Promise<unknown> =>
  page.evaluate(([options, name]) => window.Razorpay({key: 'rzp_test_1', ...options}).get(name), [
    options,
    name,
  ] as const);

test.describe('construction', () => {
  const many = Object.fromEntries(Array.from({length: 16}, (_, index) => [`n${index}`, 'x']));
  for (const [what, options, message, alerts] of [
    ['options that are no object', 'key', 'Invalid options', false],
    [
      'too many notes',
      {key: 'rzp_test_1', notes: many},
      'Invalid notes (At most 15 notes are allowed)',
      true,
    ],
    [
      'a currency of nobody',
      {key: 'rzp_test_1', currency: 'XXY'},
      'Invalid currency (The provided currency is not currently supported)',
      true,
    ],
    [
      'a display currency of nobody',
      {key: 'rzp_test_1', display_currency: 'XXY'},
      'Invalid display_currency (This display currency is not supported)',
      true,
    ],
    [
      'a parent that is not there',
      {key: 'rzp_test_1', parent: '#nowhere'},
      "Invalid parent (parent provided for embedded mode doesn't exist)",
      false,
    ],
    [
      'a payout without a key',
      {payout: true, contact_id: 'cont_1'},
      'Invalid payout (key is required for a Payout)',
      true,
    ],
    [
      'a payout without a contact',
      {payout: true, key: 'rzp_test_1'},
      'Invalid payout (contact_id is required for a Payout)',
      true,
    ],
    ['options of nobody', {name: 'Shop'}, 'No key passed', false],
  ] as const) {
    test(`throws ${alerts ? 'and alerts ' : ''}for ${what}`, async ({scriptPage}) => {
      const seen: string[] = [];
      const dismiss = (dialog: Dialog) => {
        seen.push(dialog.message());
        void dialog.dismiss();
      };
      scriptPage.on('dialog', dismiss);
      const thrown = await scriptPage.evaluate((given) => {
        try {
          new window.Razorpay(given);
          return 'nothing';
        } catch (error) {
          return (error as Error).message;
        }
      }, options);
      scriptPage.off('dialog', dismiss);
      expect(thrown).toBe(message);
      expect(seen).toEqual(alerts ? [message] : []);
    });
  }

  test('takes no offence at an amount that makes no sense', async ({scriptPage}) => {
    expect(await optionOf(scriptPage, {amount: -1}, 'amount')).toBe(-1);
  });

  for (const [what, options, name, value] of [
    ['a text of a boolean', {redirect: 'true'}, 'redirect', true],
    ['a digit of a boolean', {redirect: '0'}, 'redirect', false],
    ['a number of a boolean', {modal: {escape: 0}}, 'modal.escape', false],
    ['a number for a text', {name: 7}, 'name', '7'],
    ['a text for a number', {timeout: '300'}, 'timeout', 300],
    ['any type where the default is null', {recurring: 'preferred'}, 'recurring', 'preferred'],
    ['a boolean in words where the default is null', {recurring: 'true'}, 'recurring', true],
    ['names in capitals', {Name: 'Shop'}, 'name', 'Shop'],
    ['an object for a text, which is dropped', {name: {}}, 'name', ''],
    ['a word for a boolean, which is dropped', {retry: 'maybe'}, 'retry', true],
    ['an option of nobody, which is dropped', {colour: 'red'}, 'colour', undefined],
    ['retry as an object', {retry: {enabled: false}}, 'retry', false],
    ['a nested option', {theme: {color: '#123456'}}, 'theme.color', '#123456'],
    ['nothing, for which there is a default', {}, 'theme.backdrop_color', 'rgba(0,0,0,0.6)'],
  ] as const) {
    test(`reads ${what}`, async ({scriptPage}) => {
      expect(await optionOf(scriptPage, options, name)).toBe(value);
    });
  }

  test("changes the caller's own retry and notes", async ({scriptPage}) => {
    const options = await scriptPage.evaluate(() => {
      const given = {
        key: 'rzp_test_1',
        retry: {enabled: false},
        notes: {long: 'x'.repeat(300), nested: {}, fine: 1},
      };
      new window.Razorpay(given);
      return given;
    });
    expect(options.retry).toBe(false);
    expect(options.notes).toEqual({long: 'x'.repeat(254), fine: 1});
  });

  test('makes an instance with new and without it, with an id and a mode', async ({scriptPage}) => {
    expect(
      await scriptPage.evaluate(() => {
        const [one, two] = [
          new window.Razorpay({key: 'rzp_test_1'}),
          window.Razorpay({key: 'rzp_live_1'}),
        ];
        return {
          instances: [one, two].map((checkout) => checkout instanceof window.Razorpay),
          modes: [one.getMode(), two.getMode(), window.Razorpay({order_id: 'order_1'}).getMode()],
          ids: /^[A-Za-z0-9]{14}$/.test(one.id) && one.id !== two.id,
          flat: one.get(),
          chain: one.on('render', () => undefined) === one,
        };
      }),
    ).toEqual({
      instances: [true, true],
      modes: ['test', 'live', 'pending'],
      ids: true,
      flat: {key: 'rzp_test_1'},
      chain: true,
    });
  });

  test('has statics: defaults, configure, emi', async ({merchant, page}) => {
    await merchant.visit();
    expect(
      await page.evaluate(() => {
        const {Razorpay} = window;
        Razorpay.configure({name: 'For all', retry: 'maybe', theme: {color: '#abc'}});
        const checkout = Razorpay({key: 'rzp_test_1'});
        return [
          checkout.get('name'),
          checkout.get('retry'),
          checkout.get('theme.color'),
          Razorpay.defaults.currency,
          Razorpay.emi.calculator(1000, 3),
        ];
      }),
    ).toEqual(['For all', true, '#abc', 'INR', 334]);
  });
});

test.describe('events', () => {
  test('a listener that throws is swallowed, and the next one is called', async ({scriptPage}) => {
    expect(
      await scriptPage.evaluate(() =>
        window.hear((checkout, heard) => {
          checkout.on('payment.failed', () => {
            throw new Error('mistake');
          });
          checkout.on('payment.failed', () => heard.push('next'));
          checkout.on('payment.failed', 'no function').on(7, () => heard.push('no name'));
          checkout.emit('payment.failed');
        }),
      ),
    ).toEqual(['next']);
  });

  test('a once listener makes the next one be skipped', async ({scriptPage}) => {
    expect(
      await scriptPage.evaluate(() =>
        window.hear((checkout, heard) => {
          checkout.once('render', () => heard.push('once'));
          checkout.on('render', () => heard.push('next'));
          checkout.emit('render').emit('render');
        }),
      ),
    ).toEqual(['once', 'next']);
  });

  for (const [what, args, left] of [
    ['all listeners without arguments', [], []],
    ['those of an event', ['render'], ['payment.failed', 'payment.error']],
    ['those below a name', ['payment'], ['render']],
  ] as const) {
    test(`off forgets ${what}`, async ({scriptPage}) => {
      const heard = await scriptPage.evaluate(
        (args) =>
          window.hear((checkout, heard) => {
            const events = ['payment.failed', 'payment.error', 'render'];
            for (const event of events) checkout.on(event, () => heard.push(event));
            checkout.off(...args);
            for (const event of events) checkout.emit(event);
          }),
        args,
      );
      expect(heard).toEqual(left);
    });
  }

  test('off forgets the last listener when it does not know the one it is given', async ({
    scriptPage,
  }) => {
    expect(
      await scriptPage.evaluate(() =>
        window.hear((checkout, heard) => {
          for (const name of ['first', 'last']) checkout.on('render', () => heard.push(name));
          checkout.off('render', () => undefined);
          checkout.emit('render');
        }),
      ),
    ).toEqual(['first']);
  });
});

test.describe('the page around an open checkout', () => {
  const metas = `[...document.querySelectorAll('meta')].map(({content}) => content)`;
  const head = '<meta name="theme-color" content="#fedcba"><style>body{overflow:scroll}</style>';

  test('the frame loads with the script, hidden, before anything is opened', async ({
    merchant,
    page,
  }) => {
    await merchant.visit();
    const container = page.locator('body > div.razorpay-container');
    await expect(container).toHaveCSS('display', 'none');
    await expect(container).toHaveCSS('z-index', '2147483647');
    const iframe = container.locator('iframe.razorpay-checkout-frame');
    await expect(iframe).toHaveAttribute('src', /\/v1\/checkout\/public\?.*magic_script=1/);
    await expect(iframe).not.toHaveAttribute('title');
    await expect.poll(() => page.frames().length).toBe(2);
  });

  test('checkout.js is the same without the Magic flag', async ({merchant, page, sandbox}) => {
    await merchant.visit({script: `${sandbox.url}/v1/checkout.js`});
    await expect(page.locator('iframe.razorpay-checkout-frame')).not.toHaveAttribute(
      'src',
      /magic_script/,
    );
  });

  test('is locked while it is open and as before when it is closed', async ({
    frame,
    merchant,
    page,
  }) => {
    await merchant.visit({head});
    await page.evaluate(() => (document.body.style.overflow = 'auto'));
    await merchant.open({
      ...(await merchant.options()),
      theme: {color: '#0f766e', backdrop_color: 'rgb(1, 2, 3)'},
    });
    await expect(frame.getByRole('button', {name: 'Continue'})).toBeVisible();
    await expect(page.locator('.razorpay-loader')).toHaveCount(0);
    await expect(page.locator('.razorpay-backdrop')).toHaveCSS('background-color', 'rgb(1, 2, 3)');
    await expect(page.getByText('Test Mode', {exact: true})).toHaveCSS('opacity', '1');
    expect(await page.evaluate(() => document.body.style.overflow)).toBe('hidden');
    expect(await page.evaluate(metas)).toEqual([
      'width=device-width, initial-scale=1.0, maximum-scale=1.0, user-scalable=no',
      '#0f766e',
    ]);
    await frame.getByRole('button', {name: 'Close checkout'}).click();
    await expect(page.locator('.razorpay-container')).toBeHidden();
    expect(await page.evaluate(() => document.body.style.overflow)).toBe('auto');
    expect(await page.evaluate(metas)).toEqual(['width=device-width', '#fedcba']);
  });

  test('opening twice leaves the page locked, and the first instance hears nothing', async ({
    frame,
    merchant,
    page,
  }) => {
    await merchant.visit();
    await page.evaluate(
      (options) => {
        window.log = [];
        for (const name of ['first', 'second']) {
          const ondismiss = (): unknown => window.log.push([name, null]);
          window.Razorpay({...options, modal: {ondismiss}}).open();
        }
      },
      await merchant.options(),
    );
    await frame.getByRole('button', {name: 'Close checkout'}).click();
    await expect.poll(() => merchant.names()).toEqual(['second']);
    expect(await page.evaluate(() => document.body.style.overflow)).toBe('hidden');
    expect(await page.evaluate(metas)).toHaveLength(3);
  });

  test('one instance opens again after it was closed', async ({frame, merchant, page}) => {
    await merchant.visit();
    await page.evaluate(
      (options) => {
        window.log = [];
        const ondismiss = (): unknown => window.log.push(['ondismiss', null]);
        const checkout = window.Razorpay({...options, modal: {ondismiss}});
        document.querySelector('button')!.onclick = () => checkout.open();
      },
      await merchant.options(),
    );
    for (const times of [1, 2]) {
      await page.getByRole('button', {name: 'Pay', exact: true}).click();
      await frame.getByRole('button', {name: 'Close checkout'}).click();
      await expect.poll(async () => (await merchant.names()).length).toBe(times);
      await expect(page.locator('.razorpay-container')).toBeHidden();
    }
  });

  test('the container comes once only: a page that takes it out can not open', async ({
    merchant,
    page,
    sandbox,
  }) => {
    const order_id = await merchant.createOrder();
    await merchant.visit();
    await page.locator('.razorpay-container').evaluate((container) => container.remove());
    const dialog = page.waitForEvent('dialog');
    const opened = merchant.open({key: sandbox.keyId, order_id});
    expect((await dialog).message()).toMatch(/^This browser is not supported/);
    await (await dialog).dismiss();
    await opened;
    await expect(page.locator('.razorpay-container')).toHaveCount(0);
  });

  test('a script in the head opens at once, with one frame', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    const options = await merchant.options();
    await merchant.visit({
      head: `<script src="${sandbox.scriptUrl}"></script><body>
        <script>new Razorpay(${JSON.stringify(options)}).open()</script>`,
      script: 'data:text/javascript,',
    });
    await expect(frame.getByRole('heading', {name: 'Contact details'})).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(1);
  });

  test('a second copy of the script brings a second frame, and both work', async ({
    merchant,
    page,
    sandbox,
  }) => {
    await merchant.visit();
    await page.evaluate(() => Object.assign(window, {First: window.Razorpay}));
    await page.addScriptTag({url: sandbox.scriptUrl});
    await expect(page.locator('iframe.razorpay-checkout-frame')).toHaveCount(2);
    expect(await page.evaluate(() => Reflect.get(window, 'First') !== window.Razorpay)).toBe(true);
    await page.evaluate(() =>
      Object.assign(window, {Razorpay: Reflect.get(window, 'First') as unknown}),
    );
    await merchant.open(await merchant.options());
    const first = page.locator('.razorpay-container').first().locator('iframe');
    await giveContact(first.contentFrame());
    await payByUpi(first.contentFrame());
    await merchant.heard('handler');
  });

  test('what stands at window.Razorpay.config before the script is honoured', async ({
    merchant,
    page,
    sandbox,
  }) => {
    await merchant.visit({
      head: `<script>window.Razorpay = {config: {
        api: '${sandbox.url}/', frame: '${sandbox.url}/v1/checkout/public'}}</script>`,
    });
    await expect(page.locator('iframe.razorpay-checkout-frame')).toHaveAttribute(
      'src',
      `${sandbox.url}/v1/checkout/public`,
    );
    expect(await page.evaluate(() => typeof window.Razorpay)).toBe('function');
    expect(await page.evaluate(() => 'config' in window.Razorpay)).toBe(false);
  });

  test('messages of another origin than the API are ignored', async ({merchant, page, sandbox}) => {
    await merchant.visit({
      head: `<script>
        window.events = [];
        addEventListener('message', ({data}) => events.push(JSON.parse(data).event));
        window.Razorpay = {config: {
          api: 'https://api.razorpay.com/', frame: '${sandbox.url}/v1/checkout/public'}}</script>`,
      // Its spinner says whether the frame's words were heeded.
      script: `${sandbox.scriptUrl}?build=2023`,
    });
    const events = (): Promise<unknown> =>
      page.evaluate(() => Reflect.get(window, 'events') as unknown);
    await expect.poll(events).toEqual(['load']);
    await merchant.open(await merchant.options());
    await expect.poll(events).toEqual(['load', 'render']);
    expect(await merchant.names()).toEqual([]);
    await expect(page.locator('.razorpay-loader')).toBeVisible();
  });

  test('an embedded checkout opens at once, in its place, and locks nothing', async ({
    frame,
    merchant,
    page,
  }) => {
    await merchant.visit();
    await page.evaluate(
      (options) => {
        document.body.insertAdjacentHTML('beforeend', '<div id="here"></div>');
        new window.Razorpay({...options, parent: '#here'});
      },
      await merchant.options(),
    );
    await expect(page.locator('#here > iframe')).toHaveCSS('min-height', '530px');
    await expect(frame.getByRole('button', {name: 'Continue'})).toBeVisible();
    expect(await page.evaluate(() => document.body.style.overflow)).toBe('');
  });
});

test.describe('what the frame has the page do', () => {
  /** A page that counts with everything, and notes what it counted. */
  const counters = `<script>
    window.counted = [];
    const note = (name) => (...args) => window.counted.push([name, ...args]);
    window.gtag = note('gtag');
    window.ga = Object.assign(note('ga'), {getAll: () => [{get: () => 't0'}]});
    window.fbq = note('fbq');
    window.Moengage = {track_event: note('moengage')};
  </script>`;
  const counted = (page: Page): Promise<unknown[][]> =>
    page.evaluate(() => Reflect.get(window, 'counted') as unknown[][]);
  const enabled = {
    one_click_checkout: true,
    enable_ga_analytics: true,
    enable_fb_analytics: true,
    enable_moengage_analytics: true,
    customer_cart: {value: '500', currency: 'INR', content_type: 'product'},
  };

  test("counts the steps of Magic Checkout with the shop's own analytics", async ({
    frame,
    merchant,
    page,
  }) => {
    await merchant.toMethods(enabled, {head: counters});
    await payByUpi(frame);
    await merchant.heard('handler');
    const calls = await counted(page);
    const requested = 'magic_checkout_requested';
    expect(calls).toContainEqual([
      'gtag',
      'event',
      requested,
      {event_category: 'rzp_magic_checkout'},
    ]);
    expect(calls).toContainEqual([
      'ga',
      't0.send',
      {hitType: 'event', eventCategory: 'rzp_magic_checkout', eventAction: requested},
    ]);
    expect(calls).toContainEqual([
      'fbq',
      'trackCustom',
      requested,
      {page: 'rzp_magic_checkout'},
      {},
    ]);
    expect(calls).toContainEqual(['fbq', 'track', 'InitiateCheckout', enabled.customer_cart, {}]);
    expect(calls).toContainEqual(['moengage', 'Started_Checkout_MAGIC', {Tag: 'Magic'}]);
    expect(calls.filter(([name]) => name === 'gtag').map(([, , event]) => event)).toEqual([
      'magic_checkout_requested',
      'pay_now_clicked',
      'payment_successful',
    ]);
  });

  for (const [what, options, head] of [
    ['of Standard Checkout', {...enabled, one_click_checkout: false}, counters],
    ['where nothing is switched on', {one_click_checkout: true}, counters],
    ['where the page has nothing to count with', enabled, '<script>window.counted = []</script>'],
  ] as const) {
    test(`counts nothing ${what}`, async ({frame, merchant, page}) => {
      const errors: string[] = [];
      page.on('pageerror', ({message}) => errors.push(message));
      await merchant.toMethods(options, {head});
      await payByUpi(frame);
      await merchant.heard('handler');
      expect(await counted(page)).toEqual([]);
      expect(errors).toEqual([]);
    });
  }

  test('hands an external wallet over to the page, and goes on when that fails', async ({
    frame,
    merchant,
    page,
    sandbox,
  }) => {
    await merchant.visit();
    await page.evaluate(
      (options) => {
        window.log = [];
        const external = {
          wallets: ['paytm'],
          handler(this: unknown, data: unknown): never {
            window.log.push(['external', [this === window.checkout, data]]);
            throw new Error('mistake');
          },
        };
        window.checkout = window.Razorpay({...options, external});
        window.checkout.on('payment.submit', (data: unknown) => window.log.push(['submit', data]));
        window.checkout.open();
      },
      await merchant.options(),
    );
    await giveContact(frame);
    await frame.getByRole('button', {name: 'Wallet'}).click();
    await frame.getByRole('combobox', {name: 'Wallet'}).selectOption('paytm');
    await expect(frame.getByText('The shop goes on with it itself.')).toBeVisible();
    await frame.getByRole('button', {name: /^Pay ₹/}).click();
    await expect
      .poll(() => merchant.log())
      .toEqual([
        ['external', [true, {method: 'wallet', wallet: 'paytm'}]],
        ['submit', {method: 'wallet'}],
      ]);
    expect(sandbox.payments()).toEqual([]);
    await payByUpi(frame);
    await expect.poll(() => sandbox.payments()).toMatchObject([{status: 'captured'}]);
  });

  test('learns with each opening how long the script took, and who integrated it', async ({
    browser,
    merchant,
  }) => {
    // A page whose clock is its own: the one that tests move has no entries.
    const page = await browser.newPage();
    await page.addInitScript(() => {
      addEventListener('message', ({data}) => {
        const message = JSON.parse(String(data)) as {event: string};
        if (message.event === 'open') Object.assign(window, {message});
      });
    });
    await merchant.visit();
    await page.goto(merchant.origin);
    await page.evaluate(
      (options) => window.Razorpay({...options, _: {integration: 'woocommerce'}}).open(),
      await merchant.options(),
    );
    const checkout = page.frameLocator('iframe.razorpay-checkout-frame');
    await checkout.getByRole('button', {name: 'Continue'}).waitFor();
    const frame = page.frames().find((each) => each.url().includes('/checkout/public'))!;
    const message = await frame.evaluate(
      () => Reflect.get(window, 'message') as Record<string, Record<string, object>>,
    );
    expect(message).toMatchObject({
      event: 'open',
      integration: 'woocommerce',
      library: 'checkoutjs',
      is_magic_script: true,
      metadata: {isBrave: false, isPrivate: false},
    });
    const timing = message.merchant_page_resource_performance!['checkout.js']!;
    expect(Object.keys(timing)).toEqual([
      'startTime',
      'duration',
      'responseEnd',
      'transferSize',
      'encodedBodySize',
      'decodedBodySize',
      'ttfb',
    ]);
    for (const value of Object.values(timing)) expect(value).toEqual(expect.any(Number));
    await page.close();
  });

  test('is nothing any more once the container is gone: no answer, no error, no unlocking', async ({
    frame,
    merchant,
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', ({message}) => errors.push(message));
    await merchant.start();
    await frame.getByRole('button', {name: 'Close checkout'}).waitFor();
    await page.locator('.razorpay-container').evaluate((container) => container.remove());
    await page.evaluate(() => window.checkout.close());
    await page.clock.runFor(60_000);
    expect(await merchant.names()).toEqual(['render']);
    expect(await page.evaluate(() => document.body.style.overflow)).toBe('hidden');
    expect(errors).toEqual([]);
  });
});

test('nothing is asked of Razorpay', async ({frame, merchant, page, sandbox}) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const order_id = await merchant.toMethods();
  await payByUpi(frame);
  await merchant.heard('handler');
  const own = [merchant.origin, sandbox.url].map((url) => new URL(url).host);
  await expect.poll(() => [...hosts].sort()).toEqual(own.sort());
  expect(await get(sandbox, `/orders/${order_id}`)).toMatchObject({status: 'paid'});
});
