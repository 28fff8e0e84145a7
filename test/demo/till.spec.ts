// demo/till/: a cashier rings up, sends to the device beside the till, and does what is left after it.
import {CashierDriver, expect, test} from '../fixtures/demo/cashier.js';

const RUPAY = /Indian debit card/;
const EMPTY = /no money left/;

test('a cashier rings up by keys, the card is declined, another one pays, and the receipt goes out', async ({
  cashier,
  context,
  page,
  records,
}) => {
  await test.step('rings up by code, plus and minus, and arrows', async () => {
    await page.keyboard.type('12+32');
    await expect(cashier.total).toHaveText('₹125.50');
    await page.keyboard.type('--99');
    await expect(page.locator('#code')).toHaveText('No item 99.');
    await expect(cashier.total).toHaveText('₹80');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(cashier.tile('Masala chai')).toBeFocused();
    await page.keyboard.type('-+ ');
    await expect(cashier.tile('Masala chai').locator('.badge')).toHaveText('3');
    await expect(cashier.total).toHaveText('₹120');
  });
  await test.step('is declined, and paid by another card', async () => {
    await page.keyboard.press('Enter');
    await cashier.expectState('processing');
    await cashier.onDevice(EMPTY);
    await cashier.expectState('failed');
    await expect(page.getByText('The card was declined. Nothing was paid.')).toBeVisible();
    await page.keyboard.press('Enter');
    await cashier.expectState('processing');
    await cashier.onDevice(RUPAY);
    await cashier.expectState('paid');
    await expect(cashier.tile('Samosa')).toBeDisabled();
  });
  await test.step('sends the receipt, and prints it', async () => {
    await page.getByLabel('Email for the receipt', {exact: true}).fill('asha@example.com');
    await cashier.button('Send').click();
    await expect(page.locator('#notice')).toContainText('went to asha@example.com');
    const opened = context.waitForEvent('page');
    await page.getByRole('link', {name: 'Print receipt'}).click();
    const receipt = await opened;
    await expect(receipt.locator('.receipt tfoot td')).toHaveText('₹120');
    await expect(receipt.locator('.receipt')).toContainText('Paid by Card');
    await receipt.emulateMedia({media: 'print'});
    await expect(receipt.getByRole('button', {name: 'Print'})).toBeHidden();
    const id = new URL(receipt.url()).searchParams.get('order_id') ?? '';
    expect(await records.status(id)).toBe('paid');
    await receipt.close();
  });
  await test.step('begins a new sale', async () => {
    await cashier.button('A new sale').click();
    await cashier.expectState('idle');
    await expect(cashier.total).toHaveText('₹0');
    await expect(page.locator('#notice')).toBeEmpty();
    await expect(cashier.button('Send to Counter')).toBeDisabled();
  });
});

test('a sale is cancelled on either side, and the device is free for the next one', async ({
  cashier,
  page,
  sandbox,
}) => {
  await cashier.ringUp('Gift box');
  const id = await cashier.send();
  await cashier.button('Cancel').click();
  await cashier.expectState('idle');
  await expect(page.getByText('Cancelled. Nothing was paid.')).toBeVisible();

  await cashier.button('Try again').click();
  await cashier.expectState('processing');
  await cashier.onDevice(/red key/);
  await cashier.expectState('idle');
  await expect(page.getByText('It was cancelled on the device.')).toBeVisible();
  expect(sandbox.payments().filter(({order_id}) => order_id === id)).toEqual([]);
});

test('a till that is reloaded in the middle takes its sale up, which is given back once', async ({
  cashier,
  page,
  records,
  sandbox,
}) => {
  await cashier.ringUp('Brass samovar', 'Samosa');
  const id = await cashier.send();
  await page.reload();
  await cashier.expectState('processing');
  await expect(cashier.total).toHaveText('₹12,515');
  await cashier.onDevice(/Tap Visa 1007/);
  for (const digit of '1234')
    await page.frameLocator('.device iframe').locator(`[value="key:${digit}"]`).click();
  await cashier.onDevice(/green key/);
  await cashier.expectState('paid');
  await page.reload();
  await cashier.expectState('paid');
  await cashier.button('A new sale').click();

  await cashier.button('Last sales').click();
  await expect(cashier.lastSale).toHaveAttribute('data-order', id);
  await cashier.lastSale.getByText('Refund…').click();
  await cashier.button('Give ₹12,515 back').dblclick();
  await expect(cashier.lastSale).toContainText('₹12,515 given back');
  await expect(cashier.lastSale.getByText('Refund…')).toHaveCount(0);
  expect(await records.status(id)).toBe('refunded');
  const [payment] = sandbox.payments().filter(({order_id}) => order_id === id);
  expect(payment).toMatchObject({status: 'refunded', amount_refunded: 12_51_500});
});

test('two tills on one device: one waits, and each is paid once', async ({
  browser,
  cashier,
  page,
  sandbox,
}) => {
  await cashier.ringUp('Rose lassi');
  const first = await cashier.send();
  const otherTill = await browser.newContext();
  const other = new CashierDriver(await otherTill.newPage());
  await other.signIn('Ravi');
  await other.ringUp('Samosa');
  await other.button(/^Send ₹25/).click();
  await expect(other.page.getByText('Another sale is on the device.')).toBeVisible();
  // The other device is free.
  await other.page.getByRole('radio', {name: /Handheld/}).check();
  const second = await other.send();
  await other.onDevice(/Pay by UPI/);
  await other.expectState('paid');
  await page.bringToFront();
  await cashier.expectState('processing');
  await cashier.onDevice(/Pay by UPI/);
  await cashier.expectState('paid');
  await otherTill.close();
  for (const id of [first, second])
    expect(sandbox.payments().filter(({order_id}) => order_id === id)).toHaveLength(1);
});

for (const [width, height, details] of [
  [390, 844, {}],
  [1024, 768, {tag: '@visual'}],
  [768, 1024, {tag: '@visual'}],
] as const)
  test(
    `the till fits ${width} × ${height}, and what is tapped is large`,
    details,
    async ({cashier, page}) => {
      await page.setViewportSize({width, height});
      await cashier.ringUp('Masala chai', 'Brass samovar');
      for (const stage of ['Items', 'Last sales', 'Device']) {
        await cashier.button(stage).click();
        const {small, overflow} = await page.evaluate(() => ({
          small: [
            ...document.querySelectorAll('.till :is(a, button, label, summary, rzp-pos-button)'),
          ]
            .map((part) => ({part, box: part.getBoundingClientRect()}))
            .filter(({box}) => box.width && (box.width < 48 || box.height < 48))
            .map(({part}) => part.textContent),
          overflow: document.documentElement.scrollWidth - innerWidth,
        }));
        expect({small, overflow}, stage).toEqual({small: [], overflow: 0});
      }
    },
  );

test('a cashier who signs out in another tab has to sign in, and finds the bill', async ({
  cashier,
  context,
  page,
}) => {
  await cashier.ringUp('Samosa');
  const other = await context.newPage();
  await other.goto('/till');
  await other.getByRole('button', {name: 'Sign out'}).click();
  await expect(other.getByText('Who is at the till?')).toBeVisible();
  await other.close();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await cashier.button('Ravi').click();
  await expect(cashier.total).toHaveText('₹25');
});

test('nobody takes money, or gives it back, who is not at the till', async ({page, shop}) => {
  const {request} = page.context();
  const order = await request.post('/checkout/orders', {
    data: {ticket: '1', device: '2841158834', items: [{code: '12', quantity: 1}]},
    headers: {'Idempotency-Key': crypto.randomUUID(), 'X-Razorpay-Device-Mode': 'wired'},
  });
  expect(order.status()).toBe(403);
  const refund = await request.post('/till/refund', {
    form: {order: 'order_IEIaMR65cu6nz3'},
    headers: {Origin: shop.url},
    maxRedirects: 0,
  });
  expect(refund.headers().location).toBe('/till');
  const foreign = await request.post('/till/refund', {headers: {Origin: 'https://evil.example'}});
  expect(foreign.status()).toBe(403);
  expect((await request.get('/till/receipt?order_id=order_IEIaMR65cu6nz3')).url()).toBe(
    `${shop.url}/till`,
  );
});
