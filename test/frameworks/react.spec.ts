// The component as a merchant has it: src/react.ts, src/react/rzp-magic-button.ts, src/react/events.ts,
// src/react/use-commit.ts, src/react/use-latest.ts, src/react/use-listeners.ts and
// src/react/use-property.ts.
import {expect, test as base, type Page} from '@playwright/test';
import type {RzpMagicButton} from 'rzp-magic-button';
import {
  REACT_VERSIONS,
  reactProject,
  type ReactProject,
  type ReactVersion,
} from '../fixtures/package/react-project.js';

const SHOP = 'http://127.0.0.1:4999';
const ORDER_ID = 'order_Unit0000000001';
const PAID = {status: 'paid', order_id: ORDER_ID, payment_id: 'pay_Unit0000000001'};

/** Opens, and is paid when a test says so. */
const VENDOR = `window.Razorpay = class {
  constructor(options) { this.options = options; }
  on() {}
  open() {
    window.finishPayment = () => this.options.handler({
      razorpay_payment_id: 'pay_Unit0000000001',
      razorpay_order_id: this.options.order_id,
      razorpay_signature: 'a'.repeat(64),
    });
  }
}`;

/** A merchant's page, written once for server and browser. */
const FILES = {
  'shop.js': `
    import {createElement as h, Fragment, StrictMode, useState} from 'react';
    import {RzpMagicButton} from 'rzp-magic-button/react.js';

    const urls = {
      orderUrl: '/orders',
      verifyUrl: '/verify',
      scriptUrl: '${SHOP}/magic-checkout.js',
      load: 'click',
    };
    export const makeOrder = async () => {
      const reply = await fetch('/orders', {method: 'POST', body: '{"by":"createOrder"}'});
      return reply.json();
    };

    function Shop({kind, token}) {
      const [sku, choose] = useState('assam');
      const [isThere, show] = useState(true);
      const [heard, hear] = useState([]);
      const listen = ({type}) => hear((earlier) => [...earlier, type + ':' + sku]);
      const props = {
        whole: {
          orderData: {items: [{sku, quantity: 2}]},
          requestHeaders: () => ({'X-CSRF-Token': token + '-' + sku}),
          onOpen: listen,
          onSuccess: listen,
          onError: listen,
          onStateChange: undefined,
          options: {description: sku},
          showCoupons: false,
          analyticsPersonalData: false,
          disabled: false,
          hidden: false,
          timeout: 300,
          className: 'pay',
          style: {margin: 4},
          id: 'pay',
          tabIndex: 0,
          'aria-label': 'Pay',
          'data-kind': kind,
        },
        texts: {orderData: {items: [{sku, quantity: 2}]}, onSuccess: listen},
        disabled: {orderData: {sku}, disabled: sku === 'assam'},
        inline: {createOrder: () => makeOrder(sku), onSuccess: listen},
        lasting: {createOrder: makeOrder, onSuccess: listen},
        payment: {
          orderData: {sku},
          verifyUrl: undefined,
          onPayment: (event) => event.respondWith({status: 'placed'}),
          onSuccess: listen,
        },
      }[kind];
      return h('main', null,
        isThere && h(RzpMagicButton, {...urls, ...props}, 'Pay for ', sku),
        h('button', {onClick: () => choose('kulhad')}, 'Kulhad'),
        h('button', {onClick: () => show(!isThere)}, 'Toggle'),
        h('output', null, heard.join(' ')));
    }
    export const shop = ({isStrict, ...props}) =>
      h(isStrict ? StrictMode : Fragment, null, h(Shop, props));`,
  'server.js': `
    import {renderToString} from 'react-dom/server';
    import {shop} from './shop.js';
    const kinds = ['whole', 'texts', 'disabled', 'inline', 'lasting', 'payment'];
    console.log(JSON.stringify(Object.fromEntries(kinds.map((kind) =>
      [kind, renderToString(shop({kind, token: 'token'}))]))));`,
  'page.js': `
    import {createRoot, hydrateRoot} from 'react-dom/client';
    import {shop} from './shop.js';
    const root = document.querySelector('#root');
    window.hydrate = (props) => {
      if (root.firstChild) hydrateRoot(root, shop(props), {
        onRecoverableError: (error) => console.error('recovered', error),
      });
      else createRoot(root).render(shop(props));
    };`,
};

interface Built {
  html: Record<string, string>;
  script: string;
}

const test = base.extend<object, {built: Record<ReactVersion, Built>}>({
  built: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of its fixtures here
    async ({}, use) => {
      const projects = REACT_VERSIONS.map(
        (version) => [version, reactProject(version, FILES)] as const,
      );
      const building = projects.map(async ([version, project]) => [version, await whole(project)]);
      await use(Object.fromEntries(await Promise.all(building)) as Record<ReactVersion, Built>);
      for (const [, project] of projects) project.remove();
    },
    {scope: 'worker', timeout: 600_000},
  ],
});
// Built once for all of them.
test.describe.configure({mode: 'default'});

const whole = async (project: ReactProject): Promise<Built> => ({
  html: JSON.parse(project.run('server.js')) as Record<string, string>,
  script: await project.bundle('page.js'),
});

/** Visits a page as the server rendered it, or empty, and does not take it over yet. */
async function visit(page: Page, {script}: Built, html: string) {
  const orders: {body: unknown; token: string | undefined}[] = [];
  const verified: (string | undefined)[] = [];
  const said: string[] = [];
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.route('**', (route) => {
    const request = route.request();
    const javascript = (body: string) => route.fulfill({contentType: 'text/javascript', body});
    switch (new URL(request.url()).pathname) {
      case '/page.js':
        return javascript(script);
      case '/magic-checkout.js':
        return javascript(VENDOR);
      case '/orders':
        orders.push({
          body: request.postDataJSON() as unknown,
          token: request.headers()['x-csrf-token'],
        });
        return route.fulfill({json: {order_id: ORDER_ID, key_id: 'rzp_test_Unit0000000001'}});
      case '/verify':
        verified.push(request.headers()['x-csrf-token']);
        return route.fulfill({json: PAID});
      default:
        return route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><div id="root">${html}</div><script type="module" src="/page.js"></script>`,
        });
    }
  });
  await page.goto(SHOP);
  await page.waitForFunction(() => 'hydrate' in window);
  const tag = page.locator('rzp-magic-button');
  return {
    orders,
    verified,
    said: () => said.filter((text) => !text.includes('Lit is in dev mode')),
    tag,
    heard: page.locator('output'),
    hydrate: (kind: string, isStrict = false) =>
      page.evaluate(
        (props) => {
          (window as unknown as {hydrate: (props: object) => void}).hydrate(props);
        },
        {kind, isStrict, token: 'token'},
      ),
    press: () => tag.locator('[part=button]').click(),
    pay: async () => {
      await page.waitForFunction(() => 'finishPayment' in window);
      await page.evaluate(() => {
        (window as unknown as {finishPayment: () => void}).finishPayment();
      });
    },
  };
}

for (const version of REACT_VERSIONS)
  test.describe(`React ${version}`, () => {
    test('writes on a server what HTML can carry, the order data as JSON', ({built}) => {
      const {whole, texts, disabled} = built[version].html;
      expect(whole).toContain('order-url="/orders"');
      expect(whole).toContain(
        'order-data="{&quot;items&quot;:[{&quot;sku&quot;:&quot;assam&quot;,&quot;quantity&quot;:2}]}"',
      );
      expect(whole).toContain('show-coupons="false"');
      expect(whole).toContain('class="pay"');
      expect(whole).toMatch(/Pay for (<!-- -->)?assam/);
      expect(whole).not.toMatch(/hidden|object Object|function|=&gt;/);
      expect(texts).not.toContain('disabled');
      expect(disabled).toMatch(/ disabled="(true)?"/);
    });

    for (const isStrict of [false, true])
      for (const isRendered of [true, false])
        test(`sells the right cart, ${isRendered ? 'hydrated' : 'rendered in the browser'}${isStrict ? ', in strict mode' : ''}`, async ({
          built,
          page,
        }) => {
          const {html} = built[version];
          const shop = await visit(page, built[version], isRendered ? html.whole! : '');
          await shop.hydrate('whole', isStrict);
          await expect(shop.tag).toBeEnabled();
          await expect(shop.tag).not.toHaveAttribute('disabled');
          await shop.press();
          await shop.pay();
          await expect(shop.tag).toHaveAttribute('data-state', 'paid');
          await expect(shop.heard).toHaveText('rzp-open:assam rzp-success:assam');
          expect(shop.orders).toEqual([
            {body: {items: [{sku: 'assam', quantity: 2}]}, token: 'token-assam'},
          ]);
          expect(shop.verified).toEqual(['token-assam']);
          expect(shop.said()).toEqual([]);
        });

    test('takes no press before React has the page where a press needs it', async ({
      built,
      page,
    }) => {
      const shop = await visit(page, built[version], built[version].html.whole!);
      const box = (await shop.tag.boundingBox())!;
      await page.mouse.click(box.x + 9, box.y + 9);
      await expect(shop.tag.locator('[part=button]')).toBeDisabled();
      expect(await shop.tag.evaluate((tag) => (tag as never as {state: string}).state)).toBe(
        'idle',
      );
      await shop.hydrate('whole');
      await expect(shop.tag.locator('[part=button]')).toBeEnabled();
      expect(shop.orders).toEqual([]);
    });

    test('sells the right cart before React has the page where HTML says all', async ({
      built,
      page,
    }) => {
      const shop = await visit(page, built[version], built[version].html.texts!);
      await shop.press();
      await page.waitForFunction(() => 'finishPayment' in window);
      expect(shop.orders).toEqual([
        {body: {items: [{sku: 'assam', quantity: 2}]}, token: undefined},
      ]);
      // React complains of nothing but what the press has changed.
      await shop.hydrate('texts');
      await shop.pay();
      await expect(shop.heard).toHaveText('rzp-success:assam');
    });

    test('sells what the props say after they have changed', async ({built, page}) => {
      const shop = await visit(page, built[version], built[version].html.whole!);
      await shop.hydrate('whole');
      await page.getByRole('button', {name: 'Kulhad'}).click();
      await expect(shop.tag).toHaveText(/Pay for kulhad/);
      await shop.press();
      await shop.pay();
      await expect(shop.heard).toHaveText('rzp-open:kulhad rzp-success:kulhad');
      expect(shop.orders).toEqual([
        {body: {items: [{sku: 'kulhad', quantity: 2}]}, token: 'token-kulhad'},
      ]);
      expect(shop.said()).toEqual([]);
    });

    test('calls the latest functions while a checkout is open', async ({built, page}) => {
      const shop = await visit(page, built[version], built[version].html.whole!);
      await shop.hydrate('whole');
      await shop.press();
      await page.waitForFunction(() => 'finishPayment' in window);
      await page.getByRole('button', {name: 'Kulhad'}).click();
      await shop.pay();
      await expect(shop.heard).toHaveText('rzp-open:assam rzp-success:kulhad');
      expect(shop.verified).toEqual(['token-kulhad']);
    });

    test('has the payment confirmed that is made after the button was taken away', async ({
      built,
      page,
    }) => {
      const shop = await visit(page, built[version], built[version].html.whole!);
      await shop.hydrate('whole', true);
      const told = page.evaluate(
        () =>
          new Promise((resolve) => {
            document.addEventListener('rzp-success', ({orderId}) => resolve(orderId));
          }),
      );
      await shop.press();
      await page.waitForFunction(() => 'finishPayment' in window);
      await page.getByRole('button', {name: 'Toggle'}).click();
      await expect(shop.tag).toHaveCount(0);
      await shop.pay();
      expect(await told).toBe(ORDER_ID);
      // The cart is sold, whichever element comes for it.
      await page.getByRole('button', {name: 'Toggle'}).click();
      await expect(shop.tag).toHaveAttribute('data-state', 'paid');
      expect(shop.orders).toHaveLength(1);
      expect(shop.said()).toEqual([]);
    });

    for (const kind of ['inline', 'lasting'])
      test(`asks createOrder once for a cart, the function being ${kind}`, async ({
        built,
        page,
      }) => {
        const shop = await visit(page, built[version], built[version].html[kind]!);
        await shop.hydrate(kind, true);
        await shop.press();
        await shop.pay();
        await expect(shop.heard).toHaveText('rzp-success:assam');
        await page.getByRole('button', {name: 'Kulhad'}).click();
        await expect(shop.tag).toHaveText(/kulhad/);
        if (kind === 'lasting') {
          await page.getByRole('button', {name: 'Toggle'}).click();
          await page.getByRole('button', {name: 'Toggle'}).click();
        }
        await expect(shop.tag).toHaveAttribute('data-state', 'paid');
        const pressed = await shop.tag.evaluate((tag: RzpMagicButton) => tag.open());
        expect(pressed.type).toBe('success');
        expect(shop.orders).toHaveLength(1);
        expect(shop.said()).toEqual([]);
      });

    test('confirms by onPayment, and enables what was disabled', async ({built, page}) => {
      const shop = await visit(page, built[version], '');
      await shop.hydrate('payment');
      await shop.press();
      await shop.pay();
      await expect(shop.tag).toHaveAttribute('data-state', 'placed');
      expect(shop.verified).toEqual([]);

      const other = await visit(page, built[version], built[version].html.disabled!);
      await other.hydrate('disabled');
      await expect(other.tag.locator('[part=button]')).toBeDisabled();
      await page.getByRole('button', {name: 'Kulhad'}).click();
      await expect(other.tag.locator('[part=button]')).toBeEnabled();
      expect(other.said()).toEqual([]);
    });
  });
