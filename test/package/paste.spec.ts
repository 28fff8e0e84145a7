import {expect, test} from '@playwright/test';
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

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

test('the shop in one file runs as pasted and makes an order', async () => {
  // Inside of the package, so that its name resolves as it does for who installed it.
  const folder = mkdtempSync(join('dist', 'pasted-'));
  writeFileSync(join(folder, 'shop.mjs'), pasted());
  const shop = spawn(process.execPath, ['shop.mjs'], {cwd: folder});
  try {
    const said = await new Promise<string>((resolve, reject) => {
      shop.stdout.once('data', (data: Buffer) => resolve(String(data)));
      shop.stderr.once('data', (data: Buffer) => reject(new Error(String(data))));
    });
    const [url, sandbox] = said.trim().split(' ');
    const page = await (await fetch(url!)).text();
    expect(page).toContain(`script-url="${sandbox}/v1/magic-checkout.js"`);
    const order = await fetch(`${url}/checkout/orders`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
      body: '{}',
    });
    const {order_id} = (await order.json()) as {order_id: string};
    expect(order_id).toMatch(/^order_/);
  } finally {
    shop.kill();
    rmSync(folder, {recursive: true});
  }
});
