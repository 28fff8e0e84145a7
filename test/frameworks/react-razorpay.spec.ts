import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {bundle} from '../fixtures/bundle.js';
import {expect, test} from '../fixtures/sandbox/merchant.js';
import {payByUpi} from '../fixtures/sandbox/shopper.js';
import {serve} from '../fixtures/serve.js';

/** Where React's wrappers find the script, whatever they are told. */
const HOST = 'https://checkout.razorpay.com';

test('react-razorpay pays, with nothing changed but the host', async ({
  merchant,
  page,
  sandbox,
}) => {
  const shop = await serveShop('./react-shop.jsx', sandbox);
  const order = await merchant.createOrder();
  await page.goto(`${shop.url}/?key=${sandbox.keyId}&order=${order}`);
  // In strict mode the hook loads the script twice: the checkout is the second one's.
  const checkout = page.frameLocator('iframe.razorpay-checkout-frame >> visible=true');

  await page.getByRole('button', {name: 'Pay Now'}).click();
  await checkout.getByRole('button', {name: 'Continue'}).click();
  await payByUpi(checkout, 'failure@razorpay');
  await expect(page.getByRole('status')).toHaveText('Declined: payment_failed.');
  await payByUpi(checkout);

  await expect(page.getByRole('status')).toHaveText(/^Paid by pay_/);
  const [paid, declined] = sandbox.payments(order);
  expect(paid).toMatchObject({status: 'captured', email: 'john.doe@example.com'});
  expect(declined).toMatchObject({status: 'failed'});
  await expect(page.getByRole('status')).toHaveText(`Paid by ${paid!.id}.`);
  expect(sandbox.order(order).status).toBe('paid');
  shop.close();
});

test('react-razorpay-checkout pays, is left, and pays again, with nothing changed but the host', async ({
  frame,
  merchant,
  page,
  sandbox,
}) => {
  const shop = await serveShop('./react-checkout-shop.jsx', sandbox);
  const order = await merchant.createOrder();
  await page.goto(`${shop.url}/?key=${sandbox.keyId}&order=${order}`);
  // Until the script has loaded the wrapper does nothing.
  await page.locator('iframe.razorpay-checkout-frame').waitFor({state: 'attached'});

  await page.getByRole('button', {name: 'Pay Now'}).click();
  await frame.getByRole('button', {name: 'Close checkout'}).click();
  await expect(page.getByRole('status')).toHaveText('Left.');
  await page.getByRole('button', {name: 'Pay Now'}).click();
  await frame.getByRole('button', {name: 'Continue'}).click();
  await payByUpi(frame);

  const [payment] = sandbox.payments(order);
  await expect(page.getByRole('status')).toHaveText(`Paid by ${payment!.id}.`);
  expect(payment).toMatchObject({status: 'captured', email: 'john.doe@example.com'});
  expect(sandbox.order(order).status).toBe('paid');
  shop.close();
});

/** A shop's page with the wrapper in it, which asks the sandbox instead of Razorpay. */
async function serveShop(entry: string, {url: host}: Sandbox) {
  const script = await bundle(new URL(entry, import.meta.url));
  expect(script).toContain(HOST);
  return serve(({url}, response) => {
    const isScript = url === '/shop.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript
        ? script.replaceAll(HOST, host)
        : '<!doctype html><main></main><script type="module" src="/shop.js"></script>',
    );
  });
}
