import {expect} from '@esm-bundle/chai';
import {draw, loadNotice} from '../../src/face/load-notice.js';
import {coloursOf, paint} from '../../src/face/paint.js';
import {styles} from '../../src/face/styles.js';
import {contrast, painted, type Rgba} from '../fixtures/browser/contrast.js';
import {prepareFace, SHOWN} from '../fixtures/browser/face.js';
import {until} from '../fixtures/browser/wait.js';

const ACCENTS = ['#1f5eff', '#ffd814', '#000', '#fff', '#f00', 'rgb(31 94 255 / 0.3)', 'hotpink'];

/** The styles as a browser reads them that can make no colour of another. */
function oldSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.cssText);
  const rules = [...sheet.cssRules];
  sheet.deleteRule(rules.findIndex((rule) => rule instanceof CSSSupportsRule));
  return sheet;
}

/** A painted face in a page of a scheme. */
function prepare(accent: string, variant: string, theme: string) {
  const made = prepareFace({variant, theme}, 'Pay', oldSheet());
  made.host.style.setProperty('--rzp-accent', accent);
  paint(made.root);
  const colour = (name: string) => painted(getComputedStyle(made.box()).getPropertyValue(name));
  return {...made, colour};
}

describe('paint', () => {
  before(loadNotice);

  for (const theme of ['light', 'dark'])
    for (const variant of ['filled', 'outline'])
      it(`makes colours that can be read with any accent: ${variant}, ${theme}`, async () => {
        for (const accent of ACCENTS) {
          const {host, face, box, colour} = prepare(accent, variant, theme);
          for (const [name, shown] of Object.entries(SHOWN)) {
            face.show(shown, '', draw);
            await until(() => box().style.getPropertyValue('--ink') !== '', 'painted');
            const [ink, which] = [colour('color'), `${accent}, ${name}`];
            for (const ground of ['background-color', '--hover', '--press'])
              expect(contrast(ink, colour(ground)), `${which}, ${ground}`).to.be.at.least(4.5);
          }
          host.remove();
        }
      });

  it('follows the accent, the scheme and the variant', async () => {
    const {host, colour} = prepare('#000', 'filled', 'light');
    const white: Rgba = [1, 1, 1, 1];
    expect(colour('color')).to.deep.equal(white);
    host.style.setProperty('--rzp-accent', '#ffd814');
    await until(() => contrast(colour('color'), white) > 20, 'black on yellow');
    host.setAttribute('variant', 'outline');
    await until(() => contrast(colour('color'), white) < 10, 'yellow that can be read');
    expect(contrast(colour('color'), white)).to.be.at.least(4.5);
    host.setAttribute('theme', 'dark');
    await until(() => contrast(colour('color'), white) < 3, 'yellow on black');
    host.remove();
  });

  it('reads a colour in whatever way the browser writes it', () => {
    const {ink} = coloursOf('oklch(0.95 0.1 110)', true);
    expect(ink).to.deep.equal([0, 0, 0]);
    expect(coloursOf('color(srgb 0 0 0.2)', true).ink).to.deep.equal([1, 1, 1]);
  });
});
