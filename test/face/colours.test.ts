import {expect} from '@esm-bundle/chai';
import {draw, loadNotice} from '../../src/face/load-notice.js';
import type {NoticeKind} from '../../src/checkout/said/notice.js';
import {contrast, over, painted, type Rgba} from '../fixtures/browser/contrast.js';
import {prepareFace, SHOWN} from '../fixtures/browser/face.js';

const ACCENTS = [
  '#1f5eff',
  '#ffd814',
  '#528ff0',
  '#000',
  '#fff',
  '#f00',
  '#777',
  '#767676',
  '#333',
  '#4b4b4b',
  '#595959',
  '#999',
  '#00f',
  '#0f0',
  'magenta',
  'rebeccapurple',
  'hotpink',
  'hsl(140 60% 40%)',
  'oklch(0.7 0.2 150)',
  'oklch(0.95 0.3 110)',
  'color(display-p3 0 1 0)',
  'color-mix(in oklch, teal, orange)',
  'lab(50 40 59)',
  'rgb(31 94 255 / 0.3)',
  '#0008',
  'transparent',
  'CanvasText',
  'Canvas',
  'LinkText',
  'var(--of-the-page)',
  'color-mix(in srgb, var(--of-the-page) 60%, transparent)',
  'light-dark(#ffd814, #222)',
  // Nothing that is inherited: its own.
  'inherit',
];
const SCHEMES = ['light', 'dark'] as const;
const NOTICES: readonly NoticeKind[] = [
  'error',
  'failed',
  'unconfirmed',
  'paid',
  'placed',
  'cancelled',
  'earlier',
];
const VARIANTS = ['filled', 'outline'] as const;
/** How a pointer finds it: at rest, over it, pressed. */
const LOOKS = {rest: 'var(--bg)', hover: 'var(--hover)', press: 'var(--press)'} as const;

interface Setting {
  accent: string;
  variant: string;
  scheme: string;
  style?: string;
}

/** A face in a page of a scheme, as an element has it. */
function prepare({accent, variant, scheme, style = ''}: Setting) {
  const made = prepareFace({variant, theme: scheme});
  const {host, box} = made;
  host.style.cssText = `--of-the-page: #d2691e; --rzp-accent: ${accent}; color: CanvasText; ${style}`;
  const still = () => getComputedStyle(box());
  const canvas = () => {
    const probe = host.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const {color} = getComputedStyle(probe);
    probe.remove();
    return painted(color);
  };
  return {...made, still, canvas};
}

describe('colours', () => {
  before(loadNotice);

  for (const scheme of SCHEMES)
    for (const variant of VARIANTS)
      for (const [name, shown] of Object.entries(SHOWN))
        it(`can be read with any accent: ${variant}, ${name}, ${scheme}`, () => {
          for (const accent of ACCENTS) {
            const {host, face, box, still, canvas} = prepare({accent, variant, scheme});
            face.show(shown, '', draw);
            const seen: Rgba[] = [];
            for (const [look, background] of Object.entries(LOOKS)) {
              const style = still();
              box().style.backgroundColor = background;
              const [text, ground] = [painted(style.color), painted(style.backgroundColor)];
              expect(ground[3], `${accent}, ${look}: opaque`).to.equal(1);
              expect(contrast(text, ground), `${accent}, ${look}`).to.be.at.least(4.5);
              seen.push(ground);
            }
            // Nobody takes it for a place without a button.
            const edge = contrast(painted(still().borderTopColor), canvas());
            expect(edge, `${accent}, edge`).to.be.at.least(3);
            const [rest, hover, press] = seen;
            // What cannot be seen to react is not felt. On that grey it is a shadow that is seen.
            host.remove();
            if (contrast(rest!, painted('#757575')) < 1.1) continue;
            const moved = (one: Rgba, other: Rgba) =>
              Math.max(...one.map((each, index) => Math.abs(each - other[index]!)));
            expect(moved(rest!, hover!), `${accent}, hover`).to.be.at.least(0.015);
            expect(moved(hover!, press!), `${accent}, press`).to.be.at.least(0.015);
          }
        });

  for (const scheme of SCHEMES)
    it(`of each kind of notice can be read, and its actions be seen to be buttons: ${scheme}`, () => {
      const {host, root, face} = prepare({accent: '#1f5eff', variant: 'filled', scheme});
      const at = (part: string) => getComputedStyle(root.querySelector(`[part=${part}]`)!);
      for (const kind of NOTICES) {
        const {notice} = SHOWN.unconfirmed;
        face.show({...SHOWN.unconfirmed, notice: {...notice, kind}}, '', draw);
        const wash = painted(at('notice').backgroundColor);
        expect(contrast(painted(at('text').color), wash), kind).to.be.at.least(4.5);
        const edge = over(painted(at('action').borderTopColor), wash);
        expect(contrast(edge, wash), `${kind}, edge of an action`).to.be.at.least(3);
      }
      host.remove();
    });

  it('are those that the page sets for the text', () => {
    const style = '--rzp-on-accent: rgb(1, 2, 3); --rzp-on-success: rgb(4, 5, 6)';
    const {host, face, still} = prepare({
      accent: '#fff',
      variant: 'filled',
      scheme: 'light',
      style,
    });
    expect(still().color).to.equal('rgb(1, 2, 3)');
    face.show(SHOWN.paid, '', draw);
    expect(still().color).to.equal('rgb(4, 5, 6)');
    host.remove();
  });

  it('of what was paid can be read in whatever colour the page has for it', () => {
    for (const colour of ['#8f8', '#ffd814', '#000']) {
      const style = `--rzp-success: ${colour}; --rzp-warning: ${colour}`;
      const {host, face, still} = prepare({
        accent: '#fff',
        variant: 'outline',
        scheme: 'dark',
        style,
      });
      for (const state of ['paid', 'unconfirmed'] as const) {
        face.show(SHOWN[state], '', draw);
        const {color, backgroundColor} = still();
        expect(painted(backgroundColor)).to.deep.equal(painted(colour));
        expect(contrast(painted(color), painted(backgroundColor))).to.be.at.least(4.5);
      }
      host.remove();
    }
  });
});
