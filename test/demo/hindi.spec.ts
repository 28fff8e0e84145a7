// What the button says in Hindi in each of its states, walked in the shop: nothing of it in English, and
// all of it marked as Hindi on a page in English. A purchase by keyboard is walked in keyboard.spec.ts.
import type {Page} from '@playwright/test';
import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {fill} from '../../src/checkout/words/fill.js';
import {words} from '../../src/checkout/words/hi.js';
import {englishIn} from '../fixtures/demo/english.js';
import {expect, type Shopper, test} from '../fixtures/demo/shop.js';

const PAGE = '/without-label?language=hi';
const PRICE = {amount: '₹349'};
const {action, label, notice, type} = words;

test.use({delivers: true});

interface Walk {
  page: Page;
  sandbox: Sandbox;
  shopper: Shopper;
}

/** What is said at the end of a walk: on the button, and in the notice below it. */
interface Said {
  button: string;
  message?: string;
  actions?: string[];
}

const button = (page: Page) => page.locator('rzp-magic-button');
const native = (page: Page) => page.locator('rzp-magic-button >> [part~=button]');

/** The text of the button in the language that a screen reader is told of it. */
const languagesOf = (page: Page) =>
  button(page).evaluate((host) => {
    const walker = document.createTreeWalker(host.shadowRoot!, NodeFilter.SHOW_TEXT);
    const languages = new Set<string>();
    while (walker.nextNode()) {
      const {parentElement, textContent} = walker.currentNode;
      if (!/\p{L}/u.test(textContent ?? '')) continue;
      if (!parentElement?.checkVisibility({checkVisibilityCSS: true})) continue;
      if (parentElement.closest('style')) continue;
      const marked = parentElement.closest('[lang]') ?? host.closest('[lang]');
      languages.add(marked?.getAttribute('lang') ?? '');
    }
    return [...languages];
  });

async function expectSaid(page: Page, {button: says, message, actions = []}: Said) {
  await expect(native(page)).toContainText(says);
  const box = button(page).locator('[part=message]');
  if (message) await expect(box).toContainText(message);
  await expect(box.getByRole('button')).toHaveText(actions);
  expect(await englishIn(button(page))).toEqual([]);
  expect(await languagesOf(page)).toEqual(['hi']);
}

/** The shop answers nothing of a kind; resolves with how it does again. */
async function holdBack(page: Page, address: RegExp): Promise<() => Promise<void>> {
  await page.route(address, () => undefined);
  return () => page.unrouteAll({behavior: 'ignoreErrors'});
}

const closeFrame = (page: Page) =>
  button(page).evaluate((host) => (host as HTMLElement & {close(): boolean}).close());

async function decline({page, shopper}: Walk): Promise<void> {
  await native(page).click();
  await shopper.checkout.pay({outcome: 'failure'});
  await closeFrame(page);
}

async function payUnseen({page, shopper}: Walk): Promise<void> {
  await page.route(/\/checkout\/(verify|status)/, (route) => route.abort('internetdisconnected'));
  await native(page).click();
  await shopper.checkout.pay();
  await shopper.expectUnconfirmed();
}

/** How each state comes about, and what is said then. */
const STATES: Record<string, [walk: (walk: Walk) => Promise<unknown>, said: Said]> = {
  idle: [() => Promise.resolve(), {button: fill(type.pay[1], PRICE)}],
  loading: [
    async ({page}) => {
      await holdBack(page, /\/checkout\/orders/);
      await native(page).click();
    },
    {button: label.preparing, message: label.preparing},
  ],
  open: [
    async ({page, shopper}) => {
      await native(page).click();
      await shopper.checkout.step();
    },
    {button: label.open, message: words.finish},
  ],
  confirming: [
    async ({page, shopper}) => {
      await holdBack(page, /\/checkout\/(verify|status)/);
      await native(page).click();
      await shopper.checkout.pay();
    },
    {button: label.verifying, message: label.verifying},
  ],
  failed: [
    decline,
    {
      button: fill(action.tryAgain[1], PRICE),
      message: notice.failed.title,
      actions: [action.checkCharge],
    },
  ],
  'failed, and asked about': [
    async (walk) => {
      await decline(walk);
      await walk.page.getByRole('button', {name: action.checkCharge}).click();
    },
    {
      button: fill(action.tryAgain[1], PRICE),
      message: notice.unseen.title,
      actions: [action.checkCharge],
    },
  ],
  'failed, and paid at the second try': [
    async (walk) => {
      await decline(walk);
      await expectSaid(walk.page, STATES.failed![1]);
      await native(walk.page).click();
      await walk.shopper.checkout.pay();
    },
    {
      button: label.paid,
      message: fill(notice.paid.textWithAmount, {amount: '₹398'}),
      actions: [action.buyAgain, action.copy],
    },
  ],
  unconfirmed: [
    payUnseen,
    {button: label.checking, message: notice.pending.text, actions: [action.copy]},
  ],
  'unconfirmed, and nobody can be asked': [
    async (walk) => {
      const {page, shopper} = walk;
      await page.clock.install();
      await page.reload();
      await page.route(/\/checkout\/(verify|status)/, (route) =>
        route.abort('internetdisconnected'),
      );
      await native(page).click();
      await shopper.checkout.toPayment();
      await shopper.checkout.pay({outcome: 'failure'});
      await closeFrame(page);
      await expect(button(page)).toHaveAttribute('data-state', 'unconfirmed');
    },
    {button: action.checkAgain, message: notice.unreachable.title},
  ],
  rejected: [
    async ({page, shopper}) => {
      await page.route('**/checkout/verify', (route) =>
        route.fulfill({
          status: 400,
          json: {error: {code: 'SIGNATURE_MISMATCH', description: 'Not Razorpay’s.'}},
        }),
      );
      await page.route('**/checkout/status*', (route) => route.abort('internetdisconnected'));
      await native(page).click();
      await shopper.checkout.pay();
    },
    {button: label.unconfirmed, message: notice.rejected.text, actions: [action.copy]},
  ],
  'resumed after a reload': [
    async (walk) => {
      await payUnseen(walk);
      await walk.page.unrouteAll({behavior: 'ignoreErrors'});
      await walk.page.reload();
    },
    {button: label.paid, message: notice.earlierPaid.title, actions: [action.buyAgain]},
  ],
  placed: [
    async ({page, shopper}) => {
      await native(page).click();
      await shopper.checkout.pay({method: 'cod'});
      await expect(button(page)).toHaveAttribute('data-state', 'placed');
    },
    {
      button: label.placed,
      message: fill(notice.placed.titleWithAmount, {amount: '₹428'}),
      actions: [action.buyAgain],
    },
  ],
  dismissed: [
    async ({page, shopper}) => {
      await native(page).click();
      await shopper.checkout.dismiss();
    },
    {button: fill(type.pay[1], PRICE)},
  ],
  'an error': [
    async ({page, sandbox}) => {
      sandbox.faults.set({script: '404'});
      await native(page).click();
    },
    {button: fill(type.pay[1], PRICE), message: words.error.notLoaded.title},
  ],
  'a silent checkout': [
    async ({page, sandbox}) => {
      await page.clock.install();
      await page.reload();
      sandbox.faults.set({frame: 'silent'});
      await native(page).click();
      await expect(button(page)).toHaveAttribute('data-state', 'open');
      await page.clock.runFor(9_000);
      const panel = page.locator('[lang=hi]').filter({hasText: words.slow.title});
      await expect(panel.getByRole('button')).toHaveText(words.slow.close);
      expect(await englishIn(panel)).toEqual([]);
      await panel.getByRole('button').click();
    },
    {button: fill(type.pay[1], PRICE)},
  ],
};

/** `npm test` walks one, which goes through most of them. */
const detailsOf = (state: string) =>
  state === 'failed, and paid at the second try' ? {} : {tag: '@visual'};

for (const [state, [walk, said]] of Object.entries(STATES))
  test(
    `the button says it in Hindi: ${state}`,
    detailsOf(state),
    async ({page, sandbox, shopper}) => {
      await page.goto(PAGE);
      await expect(native(page)).toContainText(fill(type.pay[1], PRICE));
      await walk({page, sandbox, shopper});
      await expectSaid(page, said);
    },
  );
