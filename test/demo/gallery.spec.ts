// The gallery of the demo: each state of both buttons, without a purchase. axe looks at all of them in each
// language and scheme; of how they look, gallery-pictures.spec.ts keeps pictures.
import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {SAMPLES, samplesOf, type MagicSampleName} from '../../demo/gallery/samples.js';
import {LANGUAGES} from '../../src/wire/languages.js';
import {toldOfTags, type Told} from '../fixtures/demo/accessibility-tree.js';
import {englishIn} from '../fixtures/demo/english.js';
import {openGallery} from '../fixtures/demo/gallery.js';
import {expect, test} from '../fixtures/demo/shop.js';

type Tag = keyof typeof SAMPLES;

const TAGS = ['magic', 'pos'] as const satisfies Tag[];
const SCHEMES = ['light', 'dark'] as const;

const WITH_FOOT = {marks: 'upi card cod', secured: ''};

const button = (name: string): Told => ({role: 'button', name});
const statement = (name: string): Told => ({role: 'generic', name});
const link = (name: string): Told => ({role: 'link', name});
const status = (name: string): Told => ({role: 'status', name});
const alert = (name: string): Told => ({role: 'alert', name});

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
          await openGallery(page, {tag, language, scheme, ...WITH_FOOT});
          expect(await wrongIn(page)).toEqual([]);
        },
      );

/** What is told of each sample: its button, or the statement in its place, and what stands below it. */
const TOLD: Record<MagicSampleName, [box: Told, message: Told]> = {
  idle: [button('Pay ₹349'), status('')],
  disabled: [button('Pay ₹349'), status('')],
  error: [button('Pay ₹349'), alert('The payment window could not be loaded')],
  failed: [button('Try again · ₹349'), alert('That payment did not go through')],
  preparing: [button('Opening…'), status('Opening…')],
  open: [button('Waiting for payment…'), status('Finish in the payment window.')],
  verifying: [button('Confirming…'), status('Confirming…')],
  checking: [statement('Checking payment…'), alert('Please do not pay again')],
  unseen: [button('Check again'), alert('No payment has reached us so far')],
  unreachable: [button('Check again'), alert('Please do not pay again yet')],
  'in doubt before it opens': [button('Check again'), alert('Please do not pay again')],
  pending: [statement('Checking payment…'), alert('Please do not pay again')],
  rejected: [statement('Not confirmed'), alert('Please do not pay again')],
  paid: [statement('Paid'), status('Thank you Your payment of ₹349 has arrived.')],
  'paid, with an order page': [link('View order'), status('Thank you')],
  placed: [statement('Order placed'), status('Pay ₹378 at the door')],
  'placed, with an order page': [link('View order'), status('Pay ₹378 at the door')],
  earlier: [statement('Paid'), status('Your earlier payment went through')],
  'earlier, and another cart': [button('Pay ₹349'), status('Your earlier payment went through')],
};

test('screen readers are told of each state what is seen, and at once where the shopper must act', async ({
  page,
}) => {
  await openGallery(page, {variant: 'filled'});
  const told = await toldOfTags(page);
  expect(told.map(({sample, box, message}) => ({sample, box, message}))).toEqual(
    Object.entries(TOLD).map(([sample, [box, message]]) => ({
      sample,
      box,
      message: {...message, name: expect.stringMatching(new RegExp(`^${message.name}`))},
    })),
  );
});

for (const [language, spoken] of Object.entries(LANGUAGES).filter(([word]) => word !== 'en'))
  test(
    `no sample says anything in English, ${language}`,
    spoken === 'hi' ? {} : {tag: '@visual'},
    async ({page}) => {
      for (const tag of TAGS) {
        await openGallery(page, {tag, language: spoken, variant: 'filled', ...WITH_FOOT});
        for (const sample of await page.locator('[data-sample]').all())
          expect(await englishIn(sample), (await sample.getAttribute('data-sample')) ?? '').toEqual(
            [],
          );
      }
    },
  );

/** The samples that are wider than their place, and the parts of them that are wider than theirs. */
const overflowing = (page: Page) =>
  page.locator('[data-sample]').evaluateAll((samples) =>
    samples.flatMap((sample) => {
      const place = sample.closest('figure')?.clientWidth ?? 0;
      const name = sample.getAttribute('data-sample');
      const parts = [...(sample.shadowRoot?.querySelectorAll<HTMLElement>('[part]') ?? [])]
        .filter((part) => getComputedStyle(part).position !== 'absolute')
        .filter(({scrollWidth, clientWidth}) => clientWidth && scrollWidth > clientWidth + 1)
        .map((part) => `${name}: ${part.getAttribute('part')}`);
      // Its padding is 16 px on each side.
      return sample.getBoundingClientRect().width > place - 32 + 0.5
        ? [`${name}`, ...parts]
        : parts;
    }),
  );

for (const [language, spoken] of Object.entries(LANGUAGES))
  test(
    `no sample is wider than its place on the narrowest phone, ${language}`,
    spoken === 'ta' ? {} : {tag: '@visual'},
    async ({page}) => {
      await page.setViewportSize({width: 320, height: 568});
      for (const tag of TAGS) {
        const size = 'large';
        await openGallery(page, {tag, language: spoken, size, variant: 'filled', ...WITH_FOOT});
        expect(await overflowing(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      }
    },
  );

/** How little room there is: the text of a phone twice as large, and a desk at 400 %. */
const CRAMPED = {
  'with text of twice its size': {height: 568, fontSize: '200%'},
  'at 400 %': {height: 256, fontSize: '100%'},
};

for (const [how, {height, fontSize}] of Object.entries(CRAMPED))
  for (const language of ['en', 'ta'])
    test(
      `no sample is wider than its place ${how}, and each can be hit, ${language}`,
      {tag: '@visual'},
      async ({page}) => {
        await page.setViewportSize({width: 320, height});
        for (const tag of TAGS) {
          await openGallery(page, {tag, language, variant: 'filled', ...WITH_FOOT});
          await page.evaluate((size) => (document.documentElement.style.fontSize = size), fontSize);
          expect(await overflowing(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
          const targets = page.locator('[data-sample] >> css=button');
          const heights = await targets.evaluateAll((buttons) =>
            buttons.map((button) => button.getBoundingClientRect().height).filter(Boolean),
          );
          expect(heights.length).toBeGreaterThan(10);
          expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
        }
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

test(
  'forced colours leave the borders, the icons, the lock and the ring of the focus',
  {tag: '@visual'},
  async ({page}) => {
    await page.emulateMedia({forcedColors: 'active'});
    await openGallery(page, {variant: 'filled'});
    const styleOf = (sample: string, part: string) =>
      page.locator(`[data-sample="${sample}"] >> ${part}`).evaluate((element) => {
        const {
          borderTopStyle,
          borderTopColor,
          backgroundColor,
          stroke,
          outlineStyle,
          outlineColor,
        } = getComputedStyle(element);
        return {
          borderTopStyle,
          borderTopColor,
          backgroundColor,
          stroke,
          outlineStyle,
          outlineColor,
        };
      });
    for (const [sample, part] of [
      ['idle', '[part=button]'],
      ['failed', '[part=notice]'],
      ['failed', '[part=action]'],
      ['paid', '[part~=statement]'],
    ] as const) {
      const {borderTopStyle, borderTopColor, backgroundColor} = await styleOf(sample, part);
      expect(borderTopStyle, `${sample} ${part}`).toBe('solid');
      expect(borderTopColor, `${sample} ${part}`).not.toBe(backgroundColor);
    }
    const {backgroundColor} = await styleOf('idle', '[part=button]');
    for (const [sample, part] of [
      ['idle', '[part=label] svg'],
      ['failed', '[part=icon]'],
    ] as const)
      expect((await styleOf(sample, part)).stroke).not.toBe(backgroundColor);
    await expect(page.locator('[data-sample="failed"] >> [part=icon] circle')).toHaveCSS(
      'opacity',
      '1',
    );
    await page.locator('[data-sample=idle]').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    const {outlineStyle, outlineColor} = await styleOf('idle', '[part=button]');
    expect([outlineStyle, outlineColor === backgroundColor]).toEqual(['solid', false]);
  },
);

test(
  'forced colours leave an edge all around what can be pressed, and around nothing else',
  {tag: '@visual'},
  async ({page}) => {
    await page.emulateMedia({forcedColors: 'active'});
    for (const tag of TAGS) {
      await openGallery(page, {tag});
      const boxes = await page.locator('[data-sample] >> [part~=button]').evaluateAll((elements) =>
        elements
          .filter((element) => element.checkVisibility())
          .map((element) => {
            const {borderLeftColor, backgroundColor} = getComputedStyle(element);
            const isStatement = element.localName === 'div';
            return {isStatement, hasEdge: borderLeftColor !== backgroundColor};
          }),
      );
      expect(boxes).toContainEqual({isStatement: true, hasEdge: false});
      expect(boxes.filter(({isStatement, hasEdge}) => isStatement === hasEdge)).toEqual([]);
    }
  },
);
