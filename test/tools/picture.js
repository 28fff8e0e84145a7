// The README's picture, taken of the demo: `node test/tools/picture.js` writes demo/docs/shop.webp.
import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {chromium} from '@playwright/test';
import {CheckoutDriver} from 'rzp-magic-button/sandbox/playwright.js';
import {findChromium} from './chromium.js';
import {buildIfStale} from './stale.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is seen of the shop, and of the checkout on a phone, in CSS pixels. */
const SHOP = {width: 780, height: 640};
const PHONE = {width: 375, height: 640};

buildIfStale();
const serve = spawn(process.execPath, ['dist/demo/serve.js'], {
  cwd: root,
  env: {...process.env, PORT: '0'},
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({executablePath: findChromium()});
try {
  const url = await new Promise((resolve, reject) => {
    serve.stdout.on('data', (said) => {
      const [address] = /http:\S+/.exec(String(said)) ?? [];
      if (address) resolve(address);
    });
    serve.on('exit', () => reject(new Error('The shop does not start.')));
  });
  const shop = await pageOf(url, SHOP);
  const phone = await pageOf(url, PHONE);
  const checkout = new CheckoutDriver(phone);
  await phone.getByRole('button', {name: 'Pay'}).click();
  await checkout.toPayment();
  await checkout.frame.locator('[aria-controls="upi-fields"]').click();
  await checkout.frame.locator('[name=vpa]').fill('asha@upi');

  const picture = await browser.newPage({viewport: {width: 1240, height: 690}});
  await picture.setContent(`<!doctype html>
    <style>
      body { margin: 0; height: 100vh; display: flex; gap: 32px; align-items: center;
        justify-content: center; background: #ecdccb; }
      img { border-radius: 14px; border: 1px solid #d5bfa9; }
      .phone { border-radius: 26px; border: 7px solid #1c1712; }
    </style>
    ${await image('shop', shop)}${await image('phone', phone)}`);
  writeFileSync(`${root}/demo/docs/shop.webp`, await asWebp(picture, await picture.screenshot()));
} finally {
  await browser.close();
  serve.kill();
}

/** A third of the bytes, which everybody who installs the package loads. */
async function asWebp(page, png) {
  await page.setContent(
    `<img src="data:image/png;base64,${png.toString('base64')}"><canvas></canvas>`,
  );
  const address = await page.locator('canvas').evaluate(async (canvas) => {
    const picture = canvas.previousElementSibling;
    await picture.decode();
    Object.assign(canvas, {width: picture.naturalWidth, height: picture.naturalHeight});
    canvas.getContext('2d').drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 0.68);
  });
  return Buffer.from(address.split(',')[1], 'base64');
}

async function pageOf(url, viewport) {
  const page = await browser.newPage({viewport, reducedMotion: 'reduce', locale: 'en-IN'});
  await page.goto(url);
  return page;
}

async function image(name, page) {
  const shot = await page.screenshot({animations: 'disabled'});
  return `<img class="${name}" alt="" src="data:image/png;base64,${shot.toString('base64')}">`;
}
