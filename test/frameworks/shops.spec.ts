// The projects of demo/frameworks, built from the packed package and paid in a browser: src/index.ts,
// src/react.ts, src/types/ and src/cdn.ts as frameworks make them part of a page, and src/server.ts as
// Next and SvelteKit mount it.
import type {Page} from '@playwright/test';
import {expect, test as base, type CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import {readdirSync, readFileSync} from 'node:fs';
import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {
  Workshop,
  type NodeName,
  type Project,
  type Running,
  type Variant,
} from '../fixtures/frameworks/workshop.js';
import {IDEMPOTENCY_KEY} from '../fixtures/samples.js';
import {freePort} from '../fixtures/server/free-port.js';

interface Framework {
  /** What it runs on, where it refuses the floor of this package. */
  readonly node?: NodeName;
  /** Another project with other versions of what it names. */
  readonly variant?: Variant;
  /** What makes the pages, where they are not there already. */
  readonly build?: 'build';
  /** What stands in the HTML before a script has run: the button, and its cart where that is JSON. */
  readonly rendered?: RegExp;
  /** Whether the kit is mounted in the framework's own server. */
  readonly mounts?: boolean;
  /** Whether its server for development says what hydration finds wrong. */
  readonly warns?: boolean;
}

const WITH_CART = /<rzp-magic-button[^>]+order-data="{[^"]*assam/;

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  html: {},
  react: {build: 'build'},
  'react-18': {
    build: 'build',
    variant: {
      of: 'react',
      versions: {
        ...{react: '18.3.1', 'react-dom': '18.3.1'},
        ...{'@types/react': '18.3.32', '@types/react-dom': '18.3.7'},
      },
    },
  },
  preact: {build: 'build'},
  solid: {build: 'build'},
  vue: {build: 'build'},
  sveltekit: {node: 'Node 24', build: 'build', rendered: WITH_CART, mounts: true, warns: true},
  next: {build: 'build', rendered: WITH_CART, mounts: true, warns: true},
  astro: {node: 'Node 24', build: 'build', rendered: WITH_CART},
  lit: {build: 'build', rendered: /<rzp-magic-button[^>]+order-url=/},
  angular: {node: 'Node 24', build: 'build'},
};

/** The file that the page of no framework has from a CDN. */
const CDN = 'https://cdn.jsdelivr.net/npm/rzp-magic-button@0.1.0/';

/** What Lit says of itself wherever it is built for development. */
const LIT_FOR_DEVELOPMENT = 'Lit is in dev mode.';

const test = base.extend<object, {workshop: Workshop}>({
  workshop: [
    async ({sandbox}, use) => {
      const workshop = new Workshop(sandbox.url);
      workshop.install('server');
      await use(workshop);
      workshop.remove();
    },
    {scope: 'worker', timeout: 300_000},
  ],
});
// One after the other, so that the disk holds one of them, and each is built once.
test.describe.configure({mode: 'default'});
test.use({viewport: {width: 390, height: 844}});

for (const [name, {node, variant, build, rendered, mounts, warns}] of Object.entries(FRAMEWORKS))
  test.describe(name, () => {
    let project: Project;
    let shop: Shop | undefined;

    test.beforeAll(async ({sandbox, workshop}) => {
      test.setTimeout(900_000);
      project = workshop.install(name, {node, variant});
      if (build) project.run(build);
      shop = await open(project, sandbox);
    });
    test.afterAll(async () => {
      await shop?.stop();
      project.remove();
    });

    test('sells the cart as it was changed, and hears that it is paid', async ({
      checkout,
      page,
      sandbox,
      workshop,
    }) => {
      const visit = await visitShop(page, shop!.url, workshop);
      const price = await visit.takeMore();
      await visit.pay.click();
      await expect(checkout.frame.getByText('Kettle & Leaf').first()).toBeVisible();
      await checkout.pay();

      await expect(visit.thanks).toHaveText(/^Thank you! Order order_\w+ is paid\.$/);
      const [orderId] = /order_\w+/.exec((await visit.thanks.textContent())!)!;
      expect(sandbox.order(orderId).amount).toBe(price * 100);
      await expect(visit.tag).toHaveAttribute('data-state', 'paid');
      expect(visit.complaints()).toEqual([]);
    });

    if (rendered)
      test('has the button in its HTML', async () => {
        expect(await (await fetch(shop!.url)).text()).toMatch(rendered);
      });

    test('leaves nothing when the button goes while its checkout is open', async ({
      checkout,
      page,
      workshop,
    }) => {
      const visit = await visitShop(page, shop!.url, workshop);
      await visit.takeMore();
      await visit.openAndLeave(checkout);
      await checkout.dismiss();
      await visit.expectNothingLeft();

      await visit.toggle();
      await visit.openAndLeave(checkout);
      await checkout.pay();
      await visit.expectNothingLeft();

      // The cart is sold, whichever button comes for it.
      await visit.toggle();
      await expect(visit.tag).toHaveAttribute('data-state', 'paid');
      expect(visit.complaints()).toEqual([]);
    });

    if (mounts)
      test('lets in the shoppers whom Razorpay sends back by a form', async ({sandbox}) => {
        const orderId = await order(shop!.url);
        const answer = await fetch(`${shop!.url}/checkout/callback`, {
          method: 'POST',
          headers: {Origin: 'https://api.razorpay.com'},
          body: new URLSearchParams({...(await sandbox.pay(orderId))}),
          redirect: 'manual',
        });
        expect(answer.status).toBe(303);
        expect(answer.headers.get('Location')).toBe(`/?order_id=${orderId}`);
      });

    if (warns)
      test('is taken over from its server without a warning', async ({page, sandbox, workshop}) => {
        const developed = await open(project, sandbox, true);
        const visit = await visitShop(page, developed.url, workshop);
        await visit.takeMore();
        await expect(visit.pay).toBeEnabled();
        expect(visit.complaints()).toEqual([]);
        await developed.stop();
      });
  });

test('each project names exact versions', () => {
  const versions = readdirSync('demo/frameworks').flatMap((name) => {
    const {dependencies, devDependencies} = JSON.parse(
      readFileSync(`demo/frameworks/${name}/package.json`, 'utf8'),
    ) as Record<string, Record<string, string> | undefined>;
    return Object.entries({...dependencies, ...devDependencies});
  });
  expect(versions.length).toBeGreaterThan(50);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

interface Shop extends Running {
  readonly url: string;
}

/** Serves the page of a project, paid through the sandbox, and waits until it is there. */
async function open(
  project: Project,
  {keyId, keySecret, url: baseUrl}: Sandbox,
  isDeveloped = false,
): Promise<Shop> {
  const port = await freePort();
  // The name by which servers for development know themselves.
  const url = `http://localhost:${port}`;
  const script = isDeveloped ? ['dev', '--', '--port', String(port)] : ['start'];
  const running = project.start(script, {
    RAZORPAY_KEY_ID: keyId,
    RAZORPAY_KEY_SECRET: keySecret,
    RAZORPAY_BASE_URL: baseUrl,
    PORT: String(port),
  });
  await expect(async () => {
    if (running.process.exitCode !== null) throw new Error(running.said());
    expect((await fetch(url)).status, running.said()).toBe(200);
  }).toPass({timeout: 120_000});
  return {...running, url};
}

/** Makes an order of a cart as a page does, and gives its id. */
async function order(url: string): Promise<string> {
  const response = await fetch(`${url}/checkout/orders`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': IDEMPOTENCY_KEY},
    body: JSON.stringify({items: [{sku: 'assam', quantity: 1}]}),
  });
  return ((await response.json()) as {order_id: string}).order_id;
}

/** Looks at a page that sells tea, and notes what its console complains of. */
async function visitShop(page: Page, url: string, workshop: Workshop) {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/error|warning/.test(message.type()) && !message.text().startsWith(LIT_FOR_DEVELOPMENT))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack)));
  await page.route(`${CDN}**`, (route) =>
    route.fulfill({
      path: workshop.path(
        'server/node_modules/rzp-magic-button',
        route.request().url().slice(CDN.length),
      ),
    }),
  );
  await page.goto(url);
  const tag = page.locator('rzp-magic-button');
  const pay = tag.getByRole('button', {name: /^Pay ₹/});
  /** What the page says that it costs, in rupees. */
  const cost = async () => Number((await tag.textContent())!.replace(/\D/g, ''));
  /** Also while nobody gets at it, because the checkout is in front. */
  const toggle = () =>
    page
      .getByRole('button', {name: 'Open or close the cart', includeHidden: true})
      .dispatchEvent('click');
  return {
    tag,
    pay,
    toggle,
    thanks: page.locator('p[role=status]'),
    complaints: () => complaints,
    /** Takes more until the page hears it, which a server may have rendered; returns what it costs then. */
    takeMore: async () => {
      await expect(async () => {
        await page.getByRole('button', {name: 'One more'}).click();
        // Some frameworks draw after the click.
        await expect.poll(cost, {timeout: 500}).toBeGreaterThan(349);
      }).toPass();
      return cost();
    },
    openAndLeave: async (checkout: CheckoutDriver) => {
      await pay.click();
      await checkout.step();
      await expect(page.locator('[inert]')).not.toHaveCount(0);
      await toggle();
      await expect(tag).toHaveCount(0);
    },
    expectNothingLeft: async () => {
      await expect(
        page.locator('[inert], dialog[open], :popover-open, iframe:visible'),
      ).toHaveCount(0);
      await expect(page.getByRole('button', {name: 'One more'})).toBeEnabled();
      expect(
        await page.evaluate(() =>
          [document.documentElement, document.body].map(
            (element) => getComputedStyle(element).overflow,
          ),
        ),
      ).toEqual(['visible', 'visible']);
    },
  };
}
