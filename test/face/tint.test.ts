import {expect} from '@esm-bundle/chai';
import '../../src/button/define.js';
import '../../src/pos/define.js';
import {draw, loadNotice} from '../../src/face/load-notice.js';
import {contrast, painted} from '../fixtures/browser/contrast.js';
import {prepareFace, SHOWN} from '../fixtures/browser/face.js';
import {show} from '../fixtures/browser/show.js';

const ACCENTS = [
  'currentColor',
  'CURRENTCOLOR',
  'var(--of-the-page)',
  'color-mix(in srgb, currentColor 60%, red)',
  'rgb(from currentColor r g b / 0.6)',
  'light-dark(currentColor, color-mix(in oklch, white, currentColor))',
];
const TEXTS = ['rgb(34, 34, 34)', 'rgb(255, 216, 20)', 'rgb(255, 255, 255)', 'rgb(180, 83, 9)'];
const STYLE = '--of-the-page: currentColor;';

/** What of a box can be read, and on what. */
const coloursOf = (box: Element) => {
  const {color, backgroundColor} = getComputedStyle(box);
  return [painted(color), painted(backgroundColor)] as const;
};

async function prepare(tag: string, style: string, attributes: Record<string, string>) {
  const host = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  host.style.cssText = STYLE + style;
  await show(host);
  await new Promise(requestAnimationFrame);
  return host.shadowRoot!.querySelector('[part=button]')!;
}

describe('a colour that is made of the one of the page’s text', () => {
  before(loadNotice);

  for (const tag of ['rzp-magic-button', 'rzp-pos-button'])
    for (const theme of ['light', 'dark'])
      for (const variant of ['filled', 'outline'])
        it(`can be read as an accent: ${tag}, ${variant}, ${theme}`, async () => {
          for (const accent of ACCENTS)
            for (const text of TEXTS) {
              const style = `--rzp-accent: ${accent}; color: ${text}`;
              const box = await prepare(tag, style, {theme, variant});
              const [ink, ground] = coloursOf(box);
              const which = `${accent}, ${text}`;
              expect(contrast(ink, ground), which).to.be.at.least(4.5);
              if (variant === 'filled' && /^(c\w+|var.*)$/i.test(accent))
                expect(ground, which).to.deep.equal(painted(text));
            }
        });

  it('follows what the page makes the accent of when the button is drawn again', async () => {
    const box = await prepare('rzp-magic-button', '--rzp-accent: currentColor; color: #222', {});
    const host = (box.getRootNode() as ShadowRoot).host as HTMLElement;
    const ground = () => coloursOf(box)[1];
    host.style.color = 'rgb(0, 128, 0)';
    host.setAttribute('disabled', '');
    await (host as HTMLElementTagNameMap['rzp-magic-button']).updateComplete;
    expect(ground()).to.deep.equal(painted('rgb(0, 128, 0)'));
    host.style.setProperty('--rzp-accent', 'rgb(255, 0, 0)');
    host.removeAttribute('disabled');
    await (host as HTMLElementTagNameMap['rzp-magic-button']).updateComplete;
    expect(ground()).to.deep.equal(painted('rgb(255, 0, 0)'));
  });

  for (const [name, property] of [
    ['paid', '--rzp-success'],
    ['unconfirmed', '--rzp-warning'],
  ] as const)
    it(`can be read once it is ${name}`, () => {
      const {host, face, box} = prepareFace();
      for (const text of TEXTS) {
        host.style.cssText = `${property}: currentColor; color: ${text}`;
        face.show(SHOWN[name], '', draw);
        const [ink, ground] = coloursOf(box());
        expect(contrast(ink, ground), text).to.be.at.least(4.5);
        expect(ground, text).to.deep.equal(painted(text));
      }
      host.remove();
    });
});
