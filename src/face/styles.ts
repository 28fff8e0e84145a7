import {css} from './css.js';

/**
 * The face of a button that waits to be pressed, or is busy; what else it may show comes with what says
 * it (`notice-styles.ts`). Label and state word lie in one grid cell, so that nothing on the page moves
 * when the state changes. An empty grid in it asks for 16em where there is room, and for nothing where
 * there is not.
 *
 * Colours are made from the accent, `--a`, whatever wrote it: `--w` is 1 where white is read on it better
 * than black, which are alike at a luminance of 0.179. A see-through accent lies on white, because
 * what is behind it is not known. `--line` is the accent as it can be read on the canvas. Under a
 * pointer each comes nearer to the grey on which both texts can be read. Browsers without these
 * functions get the same from `paint.ts`.
 */
export const styles = css`
  :host {
    display: inline-grid;
    max-inline-size: 100%;
    font: 600 1rem/1.25 var(--rzp-font, system-ui, sans-serif);
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  :host([size='small']) {
    font-size: 0.875rem;
  }
  :host([size='large']) {
    font-size: 1.2rem;
  }
  :host([shape='pill']) {
    --rzp-radius: 99em;
  }
  :host([shape='square']) {
    --rzp-radius: 0px;
  }
  :host([width='fill']) {
    inline-size: 100%;
  }
  :host([width='hug']) {
    --least: 0px;
    inline-size: fit-content;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  [aria-disabled='false']:enabled {
    cursor: pointer;
  }
  [part~='button'] {
    --a: var(--rzp-accent, var(--theme, #1f5eff));
    --on: var(--rzp-on-accent, var(--ink, #fff));
    --bg: var(--solid, var(--a));
    display: grid;
    align-items: center;
    inline-size: 100%;
    font: inherit;
    min-block-size: max(var(--rzp-height, 3em), 44px);
    padding: 0.5em min(1.5em, 5vw);
    border: 1px solid var(--line, var(--on));
    border-radius: var(--rzp-radius, 0.625rem);
    text-align: center;
    color: var(--on);
    background: var(--bg);
    box-sizing: border-box;
  }
  :host([variant='outline']) [part='button'] {
    --on: var(--line, CanvasText);
    --bg: Canvas;
  }
  [aria-disabled='false']:enabled:hover {
    background: var(--hover, var(--bg));
    box-shadow: 0 2px 6px #0006;
  }
  [aria-disabled='false']:enabled:active {
    background: var(--press, var(--bg));
  }
  :disabled {
    opacity: 0.5;
  }
  [part][part]:focus-visible {
    outline: 2px solid var(--rzp-focus, #fff);
    box-shadow: 0 0 0 4px #000;
  }
  [part~='button'] > *,
  [part~='button']::after {
    grid-area: 1/1;
  }
  [part~='button']::after {
    content: '';
    display: grid;
    grid-template-columns: minmax(0, var(--least, 13em));
  }
  [hidden] {
    display: block;
    visibility: hidden;
  }
  [part='message'] {
    inline-size: 0;
    min-inline-size: 100%;
  }
  @supports (color: light-dark(red, oklch(from currentColor l c h))) {
    [part~='button'] {
      --w: clamp(0, (0.179 - y) * 1e9, 1.1);
      --solid: color(
        from var(--a) srgb clamp(0, 1 - alpha * (1 - r), 1) clamp(0, 1 - alpha * (1 - g), 1)
          clamp(0, 1 - alpha * (1 - b), 1) / 1
      );
      --ink: color(from var(--solid) xyz var(--w) var(--w) var(--w));
      --line: light-dark(
        oklch(from var(--solid) min(l, 0.45) c h),
        oklch(from var(--solid) max(l, 0.82) calc(c * 0.6) h)
      );
      --hover: color-mix(in xyz, var(--bg) 85%, #757575);
      --press: color-mix(in xyz, var(--bg) 70%, #757575);
    }
  }
  @media (forced-colors: active) {
    :disabled {
      opacity: 1;
    }
  }
`;
