import {expect, test} from '@playwright/test';
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';

/** The guide's shop in one file, on ports of its own, with the script of this package. */
function pasted(): string {
  const [, code] = /```js\n(.*?)```/s.exec(readFileSync('demo/docs/subscriptions.md', 'utf8'))!;
  return code!
    .replace('port: 4000', 'port: 0')
    .replace("listen(3000, () => console.log('http://127.0.0.1:3000'))", 'listen(0, said)')
    .concat("function said() { console.log('http://127.0.0.1:' + this.address().port); }");
}

test('the subscription in one file runs as pasted, and its mandate is confirmed', async ({
  page,
}) => {
  // Inside of the package, so that its name resolves as it does for who installed it.
  const folder = mkdtempSync(join('dist', 'pasted-'));
  writeFileSync(join(folder, 'plan.mjs'), pasted());
  const shop = spawn(process.execPath, ['plan.mjs'], {cwd: folder});
  let said = '';
  try {
    const url = await new Promise<string>((resolve, reject) => {
      shop.stdout.on('data', (data: Buffer) => resolve((said += String(data))));
      shop.stderr.once('data', (data: Buffer) => reject(new Error(String(data))));
    });
    // What the CDN gives out once the package is published.
    await page.route('https://cdn.jsdelivr.net/npm/rzp-magic-button@0.1/**', (route) =>
      route.fulfill({path: new URL(route.request().url()).pathname.replace(/^.*@0\.1\//, '')}),
    );

    await page.goto(url.trim());
    await page.getByRole('button', {name: 'Subscribe'}).click();
    await new CheckoutDriver(page).approveMandate();

    await expect(page.getByText('Paid. Thank you!')).toBeVisible();
    await expect.poll(() => said).toMatch(/^token_\w+ is initiated\.$/m);
    await expect.poll(() => said).toMatch(/^token_\w+ is confirmed\.$/m);
  } finally {
    shop.kill();
    rmSync(folder, {recursive: true});
  }
});
