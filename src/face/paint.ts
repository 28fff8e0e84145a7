import {safeDocument} from '../checkout/shell/safe-document.js';

/** Red, green and blue, each from 0 to 1. */
type Rgb = readonly number[];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [1, 1, 1];
/** Black and white are read on it alike. */
const GREY: Rgb = [0x75 / 0xff, 0x75 / 0xff, 0x75 / 0xff];
/** Its luminance. */
const ALIKE = 0.179;

/** What of the computed style tells a colour, where the button itself has no use for it. */
const PROBES = {'caret-color': 'var(--a)', 'column-rule-color': 'Canvas'};
/** They tell their changes too. */
const WATCHED = Object.keys(PROBES)
  .map((name) => `${name} 1ms`)
  .join();

const painted = new WeakSet<Node>();

/**
 * Makes the colours of a face from its accent, and follows it: where a browser cannot do that in the
 * style sheet (`styles.ts`), which says why each is as it is.
 */
export function paint(root: ShadowRoot): void {
  if (painted.has(root)) return;
  painted.add(root);
  const repaint = () => paintButton(root);
  repaint();
  root.addEventListener('transitionend', repaint);
  // A statement in the place of the button; another variant; a place that was not shown.
  const looks = {attributes: true, attributeFilter: ['class', 'style', 'theme', 'variant']};
  new MutationObserver(repaint).observe(root.host, looks);
  new MutationObserver(repaint).observe(root, {childList: true});
  new ResizeObserver(repaint).observe(root.host);
}

function paintButton(root: ShadowRoot): void {
  const box = root.querySelector<HTMLElement>('[part~=button]');
  if (!box) return;
  const {style} = box;
  for (const [name, value] of Object.entries(PROBES)) style.setProperty(name, value);
  const computed = getComputedStyle(box);
  const canvas = rgbOf(computed.getPropertyValue('column-rule-color'));
  const {solid, ink, line} = coloursOf(
    computed.getPropertyValue('caret-color'),
    luminance(canvas) > ALIKE,
  );
  const isOutline = box.localName === 'button' && root.host.matches('[variant=outline]');
  const ground = isOutline ? canvas : solid;
  const colours = {solid, ink, line, hover: nearer(ground, 0.15), press: nearer(ground, 0.3)};
  for (const [name, colour] of Object.entries(colours)) style.setProperty(`--${name}`, css(colour));
  // Not before it is read: what is on its way is not there yet.
  style.transition = WATCHED;
}

/** Returns the colours that an accent makes in a light page, or a dark one. */
export function coloursOf(accent: string, isLight: boolean) {
  const [alpha = 1] = rgbOf(accent).slice(3);
  const solid = mix(WHITE, rgbOf(accent), alpha);
  const y = luminance(solid);
  return {
    solid,
    ink: y < ALIKE ? WHITE : BLACK,
    line: written(solid, isLight ? [0, Math.min(1, 0.12 / y)] : lighter(y)),
  };
}

/** Returns what is added to light, and what it is multiplied with. */
function lighter(y: number): [number, number] {
  const share = Math.max(0, (0.47 - y) / (1 - y || 1));
  return [share, 1 - share];
}

const written = (colour: Rgb, [more, times]: readonly [number, number]): Rgb =>
  colour.map((each) => gamma(linear(each) * times + more));

const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((each, index) => each + ((other[index] ?? 0) - each) * share);

/** Mixed as light is. */
const nearer = (colour: Rgb, share: number): Rgb =>
  mix(colour.map(linear), GREY.map(linear), share).map(gamma);

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const gamma = (c: number) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

/** Relative luminance, as WCAG has it. */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const css = (colour: Rgb) =>
  `rgb(${colour
    .slice(0, 3)
    .map((each) => Math.round(each * 255))
    .join()})`;

/** Reads a computed colour, with its alpha. What is not written in red, green and blue is painted first. */
function rgbOf(color: string): number[] {
  const [r = 0, g = 0, b = 0, a = 1] = color.startsWith('rgb')
    ? (color.match(/[\d.]+/g) ?? []).map(Number)
    : pixel(color);
  return [r / 255, g / 255, b / 255, a];
}

function pixel(color: string): number[] {
  const context = safeDocument.createElement('canvas').getContext('2d');
  if (!context) return [];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
}
