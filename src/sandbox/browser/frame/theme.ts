import type {Settings} from './state/settings.js';

/** Paints the checkout in the merchant's colour, with dark or white text on it. */
export function applyTheme(settings: Settings | undefined): void {
  const {style, classList} = document.documentElement;
  classList.toggle('animated', settings?.animation === true);
  if (settings && CSS.supports('color', settings.color)) {
    style.setProperty('--brand', settings.color);
    style.setProperty('--on-brand', isLight(settings.color) ? '#10192b' : '#fff');
  } else {
    style.removeProperty('--brand');
    style.removeProperty('--on-brand');
  }
}

/** Whether dark text is easier to read on the colour than white (WCAG relative luminance). */
function isLight(color: string): boolean {
  const probe = document.createElement('i');
  probe.style.color = color;
  document.documentElement.append(probe);
  const channels = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
  probe.remove();
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.24;
}
