import type {Settings} from './state/settings.js';

/** Paints the checkout in the merchant's colour, with text on it that can be read. */
export function applyTheme(settings: Settings | undefined): void {
  const {style, classList} = document.documentElement;
  classList.toggle('animated', settings?.animation === true);
  const channels = settings && CSS.supports('color', settings.color) && paint(settings.color);
  if (channels) {
    style.setProperty('--brand', `rgb(${channels.join(' ')})`);
    style.setProperty('--on-brand', textOn(channels));
  } else {
    style.removeProperty('--brand');
    style.removeProperty('--on-brand');
  }
}

/** The channels of a colour in whatever notation (`oklch(…)`), of a translucent one on white. */
function paint(color: string): readonly number[] | undefined {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return undefined;
  for (const each of ['#fff', color]) {
    context.fillStyle = each;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** From which luminance on the dark of the checkout's other text has a contrast of 4.5, and black that of white. */
const ENOUGH_FOR_INK = 0.217;
const EVEN = 0.179;

/** The text with a contrast of at least 4.5 on a colour (WCAG relative luminance). */
function textOn(channels: readonly number[]): string {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  if (luminance > ENOUGH_FOR_INK) return '#10192b';
  return luminance > EVEN ? '#000' : '#fff';
}
