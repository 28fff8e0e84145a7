import {expect} from '@esm-bundle/chai';
import {draw, loadNotice} from '../../src/face/load-notice.js';
import {prepareFace, SHOWN} from '../fixtures/browser/face.js';

/** Ways to give a button no more than so many pixels, written around it. */
const PLACES: Readonly<Record<string, (pixels: number) => HTMLElement>> = {
  block: (pixels) => made('div', `inline-size: ${pixels}px`),
  flex: (pixels) => made('div', `display: flex; inline-size: ${pixels}px`),
  'column of a flex box': (pixels) =>
    made('div', `display: flex; flex-direction: column; inline-size: ${pixels}px`),
  'flex box that centres': (pixels) =>
    made(
      'div',
      `display: flex; flex-direction: column; align-items: center; inline-size: ${pixels}px`,
    ),
  grid: (pixels) => made('div', `display: grid; inline-size: ${pixels}px`),
  'cell of a grid': (pixels) =>
    made('div', `display: grid; grid-template-columns: auto 1fr; inline-size: ${pixels}px`),
  'cell of a table': (pixels) => {
    const place = made('div', `inline-size: ${pixels}px`);
    place.innerHTML = '<table style="border-spacing: 0"><tr><td style="padding: 0">';
    return place;
  },
};
const PIXELS = [120, 208, 320];
/** What a tag may say of it. */
const LOOKS: readonly Readonly<Record<string, string>>[] = [
  {size: 'small'},
  {size: 'medium'},
  {size: 'large'},
  {width: 'fill', shape: 'pill'},
  {width: 'hug', shape: 'square'},
];
const LABELS = {
  short: 'Pay',
  long: 'Pay ₹ 1,499.00 with any UPI app, card or wallet',
  'one long word':
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  Tamil: 'பணம்செலுத்துவதற்கானஇணைப்பைத்திறக்கவும்',
};

function made(tag: string, style: string): HTMLElement {
  const element = document.body.appendChild(document.createElement(tag));
  element.style.cssText = style;
  return element;
}

/** Everything of a face that a shopper sees. */
const seen = (root: ShadowRoot) =>
  [...root.querySelectorAll<HTMLElement>('[part]')].filter(
    (part) => part.getClientRects().length && getComputedStyle(part).position !== 'absolute',
  );

describe('a face', () => {
  before(loadNotice);

  for (const [where, place] of Object.entries(PLACES))
    for (const look of LOOKS)
      it(`is never wider than its place: ${where}, ${Object.values(look).join()}`, () => {
        for (const pixels of PIXELS)
          for (const [what, label] of Object.entries(LABELS)) {
            const {host, root, face} = prepareFace(look, label);
            const around = place(pixels);
            (around.querySelector('td') ?? around).append(host);
            for (const [state, shown] of Object.entries(SHOWN)) {
              face.show(shown, '', draw);
              const which = `${what}, ${state}, ${pixels}`;
              expect(around.scrollWidth, which).to.be.at.most(pixels);
              const {left, right} = around.getBoundingClientRect();
              for (const part of seen(root)) {
                const box = part.getBoundingClientRect();
                const name = `${which}, ${part.getAttribute('part')}`;
                expect(box.left, name).to.be.at.least(left - 0.5);
                expect(box.right, name).to.be.at.most(right + 0.5);
                expect(part.scrollWidth, name).to.be.at.most(Math.ceil(box.width));
                if (part.localName === 'button') expect(box.height, name).to.be.at.least(44);
              }
            }
            around.remove();
          }
      });

  it('shares a row with what stands beside it', () => {
    const row = made('div', 'display: flex; gap: 8px; inline-size: 300px');
    const beside = row.appendChild(document.createElement('div'));
    beside.style.cssText = 'flex: none; inline-size: 180px';
    const {host} = prepareFace({}, 'Pay ₹349');
    row.append(host);
    expect(row.scrollWidth).to.equal(300);
    expect(host.getBoundingClientRect().width).to.equal(112);
    row.remove();
  });

  it('takes 16em where there is room, and more for a longer label', () => {
    const {host} = prepareFace({}, 'Pay');
    const width = () => host.getBoundingClientRect().width;
    const room = made('div', 'inline-size: 700px');
    room.append(host);
    // By the padding, which narrow windows make less.
    const padding = Math.min(24, innerWidth * 0.05) * 2;
    expect(width()).to.be.closeTo(13 * 16 + padding + 2, 1);
    host.textContent = LABELS.long;
    expect(width()).to.be.greaterThan(350);
    expect(host.getBoundingClientRect().height).to.be.lessThan(60);
    room.remove();
  });

  for (const [where, place] of Object.entries(PLACES))
    it(`fills its place, or is as wide as what it says: ${where}`, () => {
      const widthIn = (width: string) => {
        const {host, box} = prepareFace({width}, 'Pay');
        const around = place(320);
        (around.querySelector('td') ?? around).append(host);
        const {width: wide} = box().getBoundingClientRect();
        around.remove();
        return wide;
      };
      // Of a table's cell nobody knows how wide it is.
      if (!where.startsWith('cell')) expect(widthIn('fill')).to.equal(320);
      expect(widthIn('hug')).to.be.within(44, 110);
    });

  it('hugs what it says, and gives what is below it the room that it needs', () => {
    const {host, root, face, box} = prepareFace({width: 'hug'}, 'Pay');
    const page = made('div', 'inline-size: 700px');
    page.append(host);
    const hugged = box().getBoundingClientRect().width;
    face.show({...SHOWN.unconfirmed, state: 'idle', label: ''}, '', draw);
    const notice = root.querySelector('[part=notice]')!.getBoundingClientRect();
    expect(notice.width).to.be.within(200, 400);
    expect(box().getBoundingClientRect().width).to.equal(hugged);
    expect(host.getBoundingClientRect().left).to.equal(box().getBoundingClientRect().left);
    page.remove();
  });

  it('has the corners of its shape, before what the page says of all buttons', () => {
    const radius = (attributes: Readonly<Record<string, string>>) => {
      const {host, box} = prepareFace(attributes, 'Pay');
      const page = made('div', '--rzp-radius: 5px');
      page.append(host);
      const {borderTopLeftRadius} = getComputedStyle(box());
      const {height} = box().getBoundingClientRect();
      page.remove();
      return [parseFloat(borderTopLeftRadius), height] as const;
    };
    expect(radius({})[0]).to.equal(5);
    expect(radius({shape: 'rounded'})[0]).to.equal(5);
    expect(radius({shape: 'square'})[0]).to.equal(0);
    const [round, height] = radius({shape: 'pill'});
    expect(round).to.be.at.least(height / 2);
  });

  it('fits text of 200 % into 320 pixels', () => {
    const root = document.documentElement;
    root.style.fontSize = '32px';
    for (const label of Object.values(LABELS)) {
      const {host, face, root: tree} = prepareFace({size: 'large'}, label);
      const page = made('div', 'inline-size: 288px');
      page.append(host);
      for (const shown of Object.values(SHOWN)) {
        face.show(shown, '', draw);
        expect(page.scrollWidth).to.equal(288);
        for (const part of seen(tree)) expect(part.scrollWidth).to.be.at.most(288);
      }
      page.remove();
    }
    root.style.fontSize = '';
  });
});
