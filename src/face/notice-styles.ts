const css = String.raw;

/**
 * The notice below the button. Each kind has a wash and an ink of its own, light and dark by the
 * `color-scheme` of the place; a browser that does not know `light-dark()` shows the light ones, which
 * can be read on any page.
 */
export const noticeStyles = css`
  [part='notice'] {
    --ink: #7a1a1a;
    --wash: #fdeeee;
    --dark-ink: #ffc9c4;
    --dark-wash: #3a1517;
    box-sizing: border-box;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    inline-size: 100%;
    padding: 0.9em 1em;
    border: 1px solid transparent;
    border-radius: min(var(--rzp-radius, 0.625rem), 1.25rem);
    color: var(--ink);
    color: light-dark(var(--ink), var(--dark-ink));
    background: var(--wash);
    background: light-dark(var(--wash), var(--dark-wash));
    font-size: 0.9375rem;
    line-height: 1.45;
    text-align: start;
    text-wrap: balance;
    animation: appear 0.2s ease-out;
  }
  .unconfirmed[part='notice'] {
    --ink: #5c3a00;
    --wash: #fdf3e0;
    --dark-ink: #ffdca6;
    --dark-wash: #35260c;
  }
  .paid[part='notice'],
  .placed[part='notice'] {
    --ink: #0a5130;
    --wash: #e6f4ec;
    --dark-ink: #aeeac9;
    --dark-wash: #0f2c1e;
  }
  .earlier[part='notice'] {
    --ink: #1d3a70;
    --wash: #ebf1fc;
    --dark-ink: #c2d6ff;
    --dark-wash: #17243f;
  }
  [part='icon'] {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin-block-start: -0.02em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='icon'] circle {
    opacity: 0.35;
  }
  .paid [part='icon'] path {
    stroke-dasharray: 1;
    animation: draw 0.4s 0.1s ease-out backwards;
  }
  [part='notice-body'] {
    display: grid;
    gap: 0.15em;
    min-inline-size: 0;
    flex: 1 1 9em;
  }
  [part='title'] {
    font-weight: 700;
  }
  [part$='-id'] {
    font-family: ui-monospace, monospace;
    font-size: 0.8em;
    user-select: all;
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.5rem;
  }
  [part='actions'] [part='action'] {
    margin: 0;
    border-color: color-mix(in srgb, currentColor 45%, transparent);
    text-align: start;
  }
  [part='actions'] [part='action']:hover {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(-0.25em);
    }
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [part='notice'],
    .paid [part='icon'] path {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    [part='notice'] {
      border-color: CanvasText;
      forced-color-adjust: auto;
    }
  }
`;
