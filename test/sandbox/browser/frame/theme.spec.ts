// The merchant's colour, by day and by night: src/sandbox/browser/frame/theme.ts.
import type {FrameLocator, Page} from '@playwright/test';
import {expect, test} from '../../../fixtures/sandbox/magic.js';

const COLORS = [
  ...['#17356b', '#000', '#fff', '#ffd814', '#f00', '#e4572e', '#3399cc', '#777', '#7a7a7a'],
  ...[
    '#808080',
    '#858585',
    'rebeccapurple',
    'oklch(85% 0.15 90)',
    'rgb(0 0 0 / 10%)',
    'transparent',
  ],
];

/** The least contrast of what is written on the merchant's colour. */
const leastContrast = (frame: FrameLocator): Promise<[contrast: number, selector: string]> =>
  frame.locator('body').evaluate((body) => {
    const luminance = (color: string): number => {
      const channels = (color.match(/[\d.]+/g) ?? []).map(Number);
      if (channels.length !== 3) throw new Error(`The colour ${color} is translucent.`);
      const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const found = ['h1', '.names p', '.total span', '.logo', '.notice', '.primary'].map(
      (selector): [number, string] => {
        const text = body.querySelector(selector);
        let on = text;
        while (on && getComputedStyle(on).backgroundColor === 'rgba(0, 0, 0, 0)') {
          on = on.parentElement;
        }
        if (!text || !on) throw new Error(`There is no ${selector}.`);
        if (getComputedStyle(text).opacity !== '1') throw new Error(`${selector} is translucent.`);
        const [light = 0, dark = 0] = [
          getComputedStyle(text).color,
          getComputedStyle(on).backgroundColor,
        ]
          .map(luminance)
          .sort((one, other) => other - one);
        return [(light + 0.05) / (dark + 0.05), selector];
      },
    );
    return found.sort(([one], [other]) => one - other)[0] ?? [0, ''];
  });

/** What is seen at a point of the page. */
async function pixelAt(page: Page, x: number, y: number): Promise<readonly number[]> {
  const clip = {x, y, width: 1, height: 1};
  const image = (await page.screenshot({clip})).toString('base64');
  return page.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const context = document.createElement('canvas').getContext('2d');
    context?.drawImage(picture, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  }, image);
}

for (const [colorScheme, sheetColor, details] of [
  ['light', 'rgb(255, 255, 255)', {}],
  ['dark', 'rgb(22, 28, 40)', {tag: '@visual'}],
] as const) {
  test(
    `whatever the colour, the text on it can be read: ${colorScheme}`,
    details,
    async ({frame, merchant, page}) => {
      await page.emulateMedia({colorScheme});
      await merchant.start();
      await frame.getByRole('button', {name: 'Continue'}).waitFor();
      for (const color of ['', ...COLORS]) {
        // The name is told after the colour, so the colour is there when the name is.
        await page.evaluate((each) => {
          window.checkout.set('theme.color', each);
          window.checkout.set('name', `Tea in ${each}`);
        }, color);
        await expect(frame.getByRole('heading', {level: 1})).toHaveText(`Tea in ${color}`.trim());
        const [contrast, selector] = await leastContrast(frame);
        expect(contrast, `${selector} on ${color}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test(
    `the page is seen behind the checkout: ${colorScheme}`,
    details,
    async ({frame, merchant, page}) => {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width: 1280, height: 800});
      const head = '<style>body {background: rgb(0 128 0)}</style>';
      await merchant.start({theme: {backdrop_color: 'rgba(0, 0, 0, 0)'}}, {head});
      await expect(frame.locator('.sheet')).toHaveCSS('background-color', sheetColor);
      await expect.poll(() => pixelAt(page, 8, 8)).toEqual([0, 128, 0]);
    },
  );
}
