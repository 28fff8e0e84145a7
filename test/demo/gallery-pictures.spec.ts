// How both buttons look, in pictures that are kept in pictures/: what has changed is seen in a diff. Their
// letters are boxes, so that no font of a machine is in them; beside them, in dist/test/results, lie the same
// with letters, to look at. After a change that is meant:
// `npm run test:visual -- gallery-pictures --update-snapshots`.
import {statSync} from 'node:fs';
import {writeInBoxes} from '../fixtures/demo/box-font.js';
import {openGallery, type Chosen} from '../fixtures/demo/gallery.js';
import {expect, test} from '../fixtures/demo/shop.js';

/** Each of them is in the repository for good. */
const MOST_BYTES = 80_000;

const PICTURES: Record<string, {chosen: Chosen; width?: number; isForced?: boolean}> = {
  'filled-light': {chosen: {variant: 'filled'}},
  'filled-dark': {chosen: {variant: 'filled', scheme: 'dark', language: 'hi'}},
  'filled-forced-colours': {chosen: {variant: 'filled'}, isForced: true},
  'outline-light': {chosen: {variant: 'outline'}},
  'outline-dark': {chosen: {variant: 'outline', scheme: 'dark', language: 'te'}},
  'outline-forced-colours': {chosen: {variant: 'outline', states: 'ready'}, isForced: true},
  'right-to-left': {chosen: {variant: 'filled', direction: 'rtl', language: 'bn'}},
  narrow: {chosen: {variant: 'filled', size: 'large', language: 'ta'}, width: 320},
  foot: {chosen: {states: 'ready', marks: 'upi card cod', secured: ''}},
  'wide-sizes': {chosen: {size: 'all', states: 'ready'}, width: 1280},
  'wide-pills': {
    chosen: {shape: 'pill', width: 'fill', accent: '#ffd814', states: 'ready'},
    width: 1280,
  },
  'till-light': {chosen: {tag: 'pos', variant: 'filled'}},
  'till-dark': {chosen: {tag: 'pos', variant: 'filled', scheme: 'dark', language: 'kn'}},
};

for (const [name, {chosen, width = 390, isForced}] of Object.entries(PICTURES))
  test(`the gallery looks as in the picture: ${name}`, {tag: '@visual'}, async ({page}) => {
    await page.setViewportSize({width, height: 844});
    await page.emulateMedia({
      colorScheme: chosen.scheme === 'dark' ? 'dark' : 'light',
      forcedColors: isForced ? 'active' : 'none',
    });
    await openGallery(page, chosen);
    const samples = page.locator('#samples');
    await samples.screenshot({path: test.info().outputPath(`${name}.png`), animations: 'disabled'});
    await writeInBoxes(page);
    await expect(
      samples,
      'Look at the difference. Is it meant? npm run test:visual -- gallery-pictures --update-snapshots',
    ).toHaveScreenshot(`${name}.png`);
    expect(statSync(test.info().snapshotPath(`${name}.png`)).size).toBeLessThan(MOST_BYTES);
  });
