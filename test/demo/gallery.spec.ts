// The gallery of the demo: each state of both buttons, without a purchase. axe looks at all of them in each
// language and scheme; of how they look, gallery-pictures.spec.ts keeps pictures.
import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {SAMPLES, samplesOf} from '../../demo/gallery/samples.js';
import {LANGUAGES} from '../../src/wire/languages.js';
import {openGallery} from '../fixtures/demo/gallery.js';
import {expect, test} from '../fixtures/demo/shop.js';

type Tag = keyof typeof SAMPLES;

const TAGS = ['magic', 'pos'] as const satisfies Tag[];
const SCHEMES = ['light', 'dark'] as const;

/** `npm test` looks at one page of them. */
const detailsOf = (...of: string[]) => (of.join() === 'magic,hi,light' ? {} : {tag: '@visual'});

/** What is wrong by axe, with the sample that it is wrong in. */
async function wrongIn(page: Page): Promise<unknown[]> {
  const {passes, violations} = await new AxeBuilder({page: page as never}).analyze();
  expect(passes.length).toBeGreaterThan(15);
  return violations.map(({id, nodes}) => [
    id,
    nodes.map(({target, failureSummary}) => [target.flat().join(' '), failureSummary]),
  ]);
}

for (const tag of TAGS)
  for (const language of Object.values(LANGUAGES))
    for (const scheme of SCHEMES)
      test(
        `${tag}: axe finds nothing in any state and variant, ${language}, ${scheme}`,
        detailsOf(tag, language, scheme),
        async ({page}) => {
          test.slow();
          await page.setViewportSize({width: 390, height: 844});
          await page.emulateMedia({colorScheme: scheme, reducedMotion: 'reduce'});
          await openGallery(page, {tag, language, scheme, marks: 'upi card cod', secured: ''});
          expect(await wrongIn(page)).toEqual([]);
        },
      );

test('the gallery shows each sample, and a knob another one without leaving the page', async ({
  page,
}) => {
  await openGallery(page, {variant: 'filled'});
  const captions = page.locator('#samples figcaption');
  await expect(captions).toHaveText(samplesOf('magic', 'all'));
  await page.evaluate(() => (document.title = 'stays'));
  const knob = page.getByRole('combobox', {name: 'States'});
  await knob.focus();
  await knob.selectOption('doubt');
  await expect(captions).toHaveText([...SAMPLES.magic.doubt]);
  await page.getByRole('combobox', {name: 'Language'}).selectOption('ta');
  await expect(page.locator('#samples[data-shown]')).toHaveAttribute('lang', 'ta');
  await expect(page).toHaveURL(/states=doubt.*language=ta|language=ta.*states=doubt/);
  await expect(page).toHaveTitle('stays');
});

test('what is no choice of the gallery is not taken from its address', async ({page}) => {
  const broken = encodeURIComponent('"><script>document.title = "taken"</script>');
  const query = ['language', 'scheme', 'accent', 'marks', 'amount', 'states']
    .map((name) => `${name}=${broken}`)
    .join('&');
  await page.goto(`/gallery?${query}`);
  await page.locator('#samples[data-shown]').waitFor();
  await expect(page).toHaveTitle(/^Gallery/);
  await expect(page.locator('#samples')).toHaveAttribute('lang', 'en');
});
