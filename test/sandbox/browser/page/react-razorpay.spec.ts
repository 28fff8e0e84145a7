import {fileURLToPath} from 'node:url';
import {build, type Rolldown} from 'vite';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {payByUpi} from '../../../fixtures/sandbox/shopper.js';
import {serve} from '../../../fixtures/serve.js';

/** Where `react-razorpay` finds the script, whatever it is told. */
const HOST = 'https://checkout.razorpay.com';

test('react-razorpay pays, with nothing changed but the host', async ({
  merchant,
  page,
  sandbox,
}) => {
  const script = await bundle('./react-shop.jsx');
  expect(script).toContain(HOST);
  const shop = await serve(({url}, response) => {
    const isScript = url === '/shop.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript
        ? script.replaceAll(HOST, sandbox.url)
        : '<!doctype html><main></main><script type="module" src="/shop.js"></script>',
    );
  });
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

/** One script of a page and all that it imports, as a developer's server makes it. */
async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"development"'},
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL(entry, import.meta.url)),
        formats: ['es'],
        fileName: 'shop',
      },
    },
  });
  const [
    {
      output: [{code}],
    },
  ] = [output].flat() as [Rolldown.RolldownOutput];
  return code;
}
