// demo/subscription/: a shopper approves once and is charged again; what the page says of it.
import {CHARGE_FAILURE_REASONS} from 'rzp-magic-button/server.js';
import {BANK_REASONS} from '../../demo/subscription/sandbox-controls.js';
import {FAILURE_WORDS} from '../../demo/subscription/words.js';
import {expect, test} from '../fixtures/demo/subscriber.js';

test('the number of each stage can be read', async ({page}) => {
  await page.goto('/subscription');
  const stages = page.getByRole('list', {name: 'How it works'}).getByRole('listitem');
  const unreadable = await stages.evaluateAll((items) =>
    items.filter((item) => {
      const {color, backgroundColor} = getComputedStyle(item, '::before');
      return color === backgroundColor;
    }),
  );
  expect(unreadable).toEqual([]);
  await expect(stages).toHaveCount(3);
});

test('a shopper approves in the app beside the checkout, is charged once for two clicks, pauses and ends it', async ({
  page,
  sandbox,
  subscriber,
}) => {
  await subscriber.visit();
  await test.step('approves the plan that was chosen', async () => {
    await page.getByRole('radio', {name: /Taster/}).check();
    await expect(page.locator('#terms')).toContainText('₹249 today');
    await subscriber.button('Subscribe').click();
    await subscriber.checkout.approveMandate({outcome: 'asked'});
    await expect(subscriber.checkout.frame.getByRole('img', {name: 'QR code'})).toBeVisible();
    // The phone lies above the checkout, which covers the page.
    await subscriber.inApp('Approve').click();
    await expect(subscriber.badge).toHaveText('Active');
    await expect(page.getByRole('heading', {level: 1})).toHaveText('Taster');
    await expect(page.locator('.phone')).not.toHaveAttribute('popover');
  });
  const id = (await subscriber.badge.getAttribute('data-mandate')) ?? '';
  const charges = () => subscriber.charges({id});

  await test.step('is charged in the next month, once', async () => {
    await expect(page.locator('#next')).toContainText('Next payment on 5 ');
    await expect(subscriber.button(/^Charge/)).toHaveCount(0);
    await subscriber.toDueDay();
    await subscriber.button(/^Charge/).dblclick();
    await expect(page.locator('#next')).toContainText('is being paid');
    const today = await page.locator('#today').textContent();
    await subscriber.button('Let a day pass').dblclick();
    await expect(subscriber.lastCharge).toContainText('Paid');
    expect(charges()).toMatchObject([{status: 'captured', amount: 24_900}]);
    await expect(page.locator('#today')).not.toHaveText(today ?? '');
  });
  await test.step('pauses, which charges nothing, and goes on', async () => {
    await subscriber.button('Pause').click();
    await expect(subscriber.badge).toHaveText('Paused');
    await expect(page.locator('#next')).toHaveCount(0);
    await subscriber.button('Go on').click();
    await expect(page.locator('#next')).toContainText('Next payment on 5 ');
  });
  await test.step('ends it', async () => {
    await page.getByText('End it…').click();
    await subscriber.button('End my subscription').click();
    await expect(subscriber.button('Subscribe')).toBeVisible();
    await sandbox.advance(60);
    await subscriber.look();
    await expect(page.locator('.past .badge')).toHaveAttribute('data-status', 'cancelled');
    expect(charges()).toHaveLength(1);
  });
});

test('a shopper who declines reads so, and approves after all', async ({
  page,
  sandbox,
  subscriber,
}) => {
  await subscriber.visit();
  await subscriber.button('Subscribe').click();
  await subscriber.checkout.approveMandate({outcome: 'declined'});
  await expect(subscriber.checkout.frame.getByRole('alert')).toContainText('declined');
  await subscriber.checkout.approveMandate();
  await expect(subscriber.badge).toHaveText('Active');
  const [token] = sandbox.tokens();
  await expect(subscriber.badge).toHaveAttribute('data-mandate', token?.id ?? '');
  await expect(page.locator('.past')).toHaveCount(0);
});

test('a tab that is closed while the shopper approves loses nothing, and sells nothing twice', async ({
  context,
  page,
  sandbox,
  subscriber,
}) => {
  await subscriber.visit();
  await subscriber.button('Subscribe').click();
  await subscriber.checkout.approveMandate({outcome: 'asked'});
  const request = await subscriber.checkout.frame
    .locator('.open-app')
    .evaluate((link: HTMLAnchorElement) => link.href);
  const later = await context.newPage();
  await page.close();
  await later.goto(request);
  await later.getByRole('button', {name: 'Approve'}).click();
  await later.goto('/subscription');

  await expect(later.locator('#mandate')).toHaveText('Active');
  await expect(later.getByRole('button', {name: 'Subscribe'})).toHaveCount(0);
  const id = await later.locator('#mandate').getAttribute('data-mandate');
  const [{customer_id: customer = ''} = {}] = sandbox
    .payments()
    .filter((each) => each.token_id === id);
  expect(sandbox.tokens(customer)).toHaveLength(1);
  expect((await subscriber.order()).status()).toBe(422);
});

test('two plans that are approved in two tabs are one subscription, and the second is never charged', async ({
  page,
  sandbox,
  subscriber,
}) => {
  const orders = [await subscriber.order('leaf'), await subscriber.order('taster')];
  const tokens = [];
  for (const order of orders) {
    const {order_id} = (await order.json()) as {order_id: string};
    tokens.push((await sandbox.approveMandate(order_id)).token);
    await sandbox.settled();
  }
  await subscriber.visit();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Leaf club');
  await expect(subscriber.badge).toHaveText('Active');
  const [leaf, taster] = tokens.map(({id}) => id);
  const [{customer_id: customer = ''} = {}] = sandbox
    .payments()
    .filter(({token_id}) => token_id === leaf);
  const statusOf = (id?: string) =>
    sandbox.tokens(customer).find((token) => token.id === id)?.recurring_details.status;
  await expect.poll(() => statusOf(taster)).toMatch(/^cancel/);
  await sandbox.advance(60);

  expect(statusOf(leaf)).toBe('confirmed');
  expect(statusOf(taster)).toBe('cancelled');
  await subscriber.toDueDay();
  await subscriber.charge();
  expect(subscriber.charges({id: leaf!})).toHaveLength(1);
  expect(subscriber.charges({id: taster!})).toEqual([]);
});

test('what is given back of a box is shown beside it', async ({page, sandbox, subscriber}) => {
  const token = await subscriber.subscribe('taster');
  await subscriber.toDueDay();
  await subscriber.charge();
  const [charge] = subscriber.charges(token);
  const first = sandbox.payments().findLast(({token_id}) => token_id === token.id);
  const {id: refund} = sandbox.refund(charge!.id, 10_000);
  await sandbox.settled();
  await subscriber.look();
  await expect(subscriber.lastCharge).toContainText('Paid, ₹100 given back');

  sandbox.failRefund(refund);
  await sandbox.settled();
  await subscriber.look();
  await expect(subscriber.lastCharge.locator('.sum small')).toHaveText('Paid');
  sandbox.refund(charge!.id);
  sandbox.refund(first!.id);
  await sandbox.settled();
  await subscriber.look();
  await expect(page.locator('#charges li')).toContainText(['Given back', 'Given back']);
  await expect(subscriber.badge).toHaveText('Active');
});

test('a registration link is approved on a page of its own', async ({
  context,
  page,
  subscriber,
}) => {
  await subscriber.visit();
  await subscriber.button('Send me a link instead').click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', {name: 'Open the link'}).click();
  const app = await opened;
  await app.getByRole('button', {name: 'Continue with UPI'}).click();
  await app.getByRole('button', {name: 'Approve'}).click();
  await expect(app.getByText('The mandate is approved.')).toBeVisible();
  await app.close();
  await subscriber.look();
  await expect(subscriber.badge).toHaveText('Active');
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Leaf club');
});

test('a mandate that is paused or revoked in the UPI app is not charged, by no tab', async ({
  page,
  subscriber,
}) => {
  const token = await subscriber.subscribe();
  await subscriber.toDueDay();
  const form = await subscriber.chargeForm();
  await subscriber.inApp('Pause').click();
  await subscriber.look();
  await expect(subscriber.badge).toHaveText('Paused in your UPI app');
  await expect(subscriber.button(/^Charge/)).toHaveCount(0);
  // Another tab still shows what was.
  const reply = await subscriber.post('charge', form);
  expect(reply.status()).toBe(400);
  expect(await reply.text()).toContain('Your approval is not active, so nothing was charged.');

  await subscriber.inApp('Resume').click();
  await subscriber.look();
  await expect(subscriber.button(/^Charge/)).toBeVisible();
  await subscriber.inApp('Revoke').click();
  await subscriber.look();
  await expect(page.locator('.past .badge')).toHaveText('Cancelled');
  expect(subscriber.charges(token)).toEqual([]);
});

/** One reason after which the box can be charged again, and one after which the next box can. */
const REASONS = [
  ['each of two reasons', ['insufficient_funds', 'mandate_expired'], {}],
  ['each reason', BANK_REASONS, {tag: '@variant'}],
] as const;

for (const [which, reasons, details] of REASONS)
  test(
    `${which} for which the bank declines has its sentence, and what can follow`,
    details,
    async ({page, subscriber}) => {
      await subscriber.subscribe();
      await subscriber.toDueDay();
      for (const reason of reasons) {
        if (await subscriber.button(/^Go on to/).isVisible()) await subscriber.toDueDay();
        await subscriber.charge(reason);
        await expect(subscriber.lastCharge).toHaveAttribute('data-reason', reason);
        await expect(subscriber.lastCharge).toContainText(FAILURE_WORDS[reason]);
        const isOver = (await page.locator('#next.failed').count()) === 0;
        expect(isOver, reason).toBe(ENDS_THE_PERIOD.has(reason));
      }
      await subscriber.toDueDay();
      await subscriber.charge();
      await expect(subscriber.lastCharge).toContainText('Paid');
    },
  );

/** Nothing follows for this box, and the next one is charged. */
const ENDS_THE_PERIOD: ReadonlySet<string> = new Set([
  'amount_does_not_match_mandate_amount',
  'mandate_current_cycle_allowed_debit_exceeds',
  'mandate_expired',
  'mandate_cancelled',
]);

test('no two reasons of the kit have one sentence', () => {
  expect(Object.keys(FAILURE_WORDS).sort()).toEqual([...CHARGE_FAILURE_REASONS].sort());
  expect(new Set(Object.values(FAILURE_WORDS)).size).toBe(CHARGE_FAILURE_REASONS.length);
});

test('what Razorpay loses is charged once, and the page says what it knows', async ({
  page,
  sandbox,
  subscriber,
}) => {
  const token = await subscriber.subscribe();
  await subscriber.toDueDay();
  await test.step('Razorpay is down', async () => {
    sandbox.faults.set({rest: '500'});
    await subscriber.button(/^Charge/).click();
    await expect(page.locator('#notice')).toContainText('Nothing is charged twice');
    await expect(page.locator('#behind')).toContainText('We can not reach Razorpay just now');
    sandbox.faults.clear('rest');
    await subscriber.look();
    await expect(page.locator('#behind')).toBeEmpty();
  });
  await test.step('the shop is down', async () => {
    await page.route('**/subscription/charge', (route) => route.abort());
    await subscriber.button(/^Charge/).click();
    await expect(page.locator('#notice')).toContainText('The shop did not answer.');
    await page.unroute('**/subscription/charge');
  });
  await test.step('the answer is lost', async () => {
    sandbox.faults.set({rest: 'dropped'}, {times: 1, route: 'POST /payments/create/recurring'});
    await subscriber.charge();
    await expect(subscriber.lastCharge).toContainText('Paid');
    await expect(page.locator('#notice')).toBeEmpty();
    expect(subscriber.charges(token)).toMatchObject([{status: 'captured'}]);
  });
  await test.step('Razorpay has never heard of it', async () => {
    await subscriber.toDueDay();
    sandbox.faults.set({rest: '500'}, {times: 1, route: 'POST /payments/create/recurring'});
    await subscriber.button(/^Charge/).click();
    await expect(subscriber.lastCharge).toHaveClass('pending');
    // 26 hours, and as many again: Razorpay has 36 to come to have a payment.
    const day = await page.locator('#today').textContent();
    await subscriber.button('Let a day pass').click();
    await expect(page.locator('#today')).not.toHaveText(day ?? '');
    await subscriber.button('Let a day pass').click();
    await expect(subscriber.lastCharge).toContainText(FAILURE_WORDS.not_received);
    await subscriber.button(/^Pay .* again$/).click();
    await expect(subscriber.lastCharge).toHaveAttribute('data-attempt', '2');
    await expect.poll(() => subscriber.charges(token).length).toBe(2);
  });
});

test('above ₹15,000 the shopper approves the debit in the UPI app', async ({page, subscriber}) => {
  await subscriber.subscribe('estate');
  await subscriber.toDueDay();
  await subscriber.button(/^Charge/).click();
  await expect(page.locator('#next')).toContainText('please approve it in your UPI app');
  await subscriber.inApp('Approve this debit').click();
  await subscriber.button('Let a day pass').click();
  await expect(subscriber.lastCharge).toContainText('Paid');
});

test('nobody presses for another shopper, nor from another site', async ({
  page,
  shop,
  subscriber,
}) => {
  const {id: mandate} = await subscriber.subscribe();
  await subscriber.toDueDay();
  const form = await subscriber.chargeForm();
  const foreign = await page.request.post('/subscription/cancel', {
    form: {mandate},
    headers: {Origin: 'https://evil.example'},
  });
  expect(foreign.status()).toBe(403);
  await subscriber.button('Sign out').click();
  await expect(subscriber.button('Go on')).toBeVisible();
  expect((await subscriber.order()).status()).toBe(422);
  expect((await subscriber.post('charge', form)).headers().location).toBe('/subscription');

  await page.getByLabel('Mobile number').fill('12');
  await subscriber.button('Go on').click();
  await expect(page.locator('#notice')).toContainText('your mobile number, with 8 to 15 digits');
  await page.getByLabel('Mobile number').fill(`+91${subscriber.contact.slice(3, 12)}0`);
  await page.getByLabel('Email').fill('mallory@example.com');
  await subscriber.button('Go on').click();
  await expect(subscriber.button('Subscribe')).toBeVisible();
  const reply = await subscriber.post('charge', form);
  expect(await reply.text()).toContain('We do not know this subscription.');
  expect(await shop.checkout.mandates.charges(mandate)).toEqual([]);
});
