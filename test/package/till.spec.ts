import {expect, test} from '@playwright/test';
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** The guide's till in one file, on ports of its own, with the script of this package. */
function pasted(): string {
  const [, code] = /```js\n(.*?)```/s.exec(readFileSync('demo/docs/till.md', 'utf8'))!;
  return code!
    .replace('port: 4000', 'port: 0')
    .replace("listen(3000, () => console.log('http://127.0.0.1:3000'))", 'listen(0, said)')
    .concat("function said() { console.log('http://127.0.0.1:' + this.address().port); }");
}

test('the till in one file runs as pasted, and is paid by a tap', async ({page}) => {
  // Inside of the package, so that its name resolves as it does for who installed it.
  const folder = mkdtempSync(join('dist', 'pasted-'));
  writeFileSync(join(folder, 'till.mjs'), pasted());
  const shop = spawn(process.execPath, ['till.mjs'], {cwd: folder});
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
    const button = page.locator('rzp-pos-button');
    await button.getByRole('button').first().click();
    await expect(button).toHaveAttribute('data-state', 'processing');
    shop.stdin.write('\n');

    await expect(button).toHaveAttribute('data-state', 'paid', {timeout: 15_000});
    await expect.poll(() => said).toMatch(/^order_\w+ is paid\.$/m);
    expect(said.match(/is paid/g)).toHaveLength(1);
  } finally {
    shop.kill();
    rmSync(folder, {recursive: true});
  }
});
