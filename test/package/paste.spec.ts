import {expect, test} from '@playwright/test';
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';

/** The README's shop in one file, on ports of its own, with the script of this package. */
function pasted(): string {
  const section = readFileSync('README.md', 'utf8').split('## A shop in one file')[1]!;
  const [, code] = /```js\n(.*?)```/s.exec(section)!;
  return code!
    .replace('port: 4000', 'port: 0')
    .replace("listen(3000, () => console.log('http://127.0.0.1:3000'))", 'listen(0, said)')
    .concat(
      "function said() { console.log('http://127.0.0.1:' + this.address().port, sandbox.url); }",
    );
}

test('the shop in one file runs as pasted, makes an order and sells', async ({page}) => {
  // Inside of the package, so that its name resolves as it does for who installed it.
  const folder = mkdtempSync(join('dist', 'pasted-'));
  writeFileSync(join(folder, 'shop.mjs'), pasted());
  const shop = spawn(process.execPath, ['shop.mjs'], {cwd: folder});
  let said = '';
  try {
    const started = await new Promise<string>((resolve, reject) => {
      shop.stdout.on('data', (data: Buffer) => resolve((said += String(data))));
      shop.stderr.once('data', (data: Buffer) => reject(new Error(String(data))));
    });
    const [url, sandbox] = started.trim().split(' ');
    const html = await (await fetch(url!)).text();
    expect(html).toContain(`script-url="${sandbox}/v1/magic-checkout.js"`);
    const order = await fetch(`${url}/checkout/orders`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
      body: '{}',
    });
    const {order_id} = (await order.json()) as {order_id: string};
    expect(order_id).toMatch(/^order_/);

    // What the CDN gives out once the package is published.
    await page.route('https://cdn.jsdelivr.net/npm/rzp-magic-button@0.1/**', (route) =>
      route.fulfill({path: new URL(route.request().url()).pathname.replace(/^.*@0\.1\//, '')}),
    );
    await page.goto(url!);
    await page.getByRole('button', {name: 'Pay ₹349'}).click();
    await new CheckoutDriver(page).pay();
    await expect(page.getByText('Paid. Thank you!')).toBeVisible();
    expect(said).toMatch(/^Ship order_\w+\.$/m);
  } finally {
    shop.kill();
    rmSync(folder, {recursive: true});
  }
});
