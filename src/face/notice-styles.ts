const css = String.raw;

/**
 * The notice below the button. Each kind has a wash and an ink of its own hue, light and dark by the
 * `color-scheme` of the place; a browser that does not know `light-dark()` shows the light ones, which
 * can be read on any page. Where the button hugs what it says, the notice is as wide as it needs.
 */
export const noticeStyles = css`
  [part='notice'] {
    --hue: 0;
    --ink: hsl(var(--hue), 70%, 22%);
    --wash: hsl(var(--hue), 72%, 95%);
    box-sizing: border-box;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    inline-size: 100%;
    padding: 0.9em min(1em, 5vw);
    border: 1px solid transparent;
    border-radius: min(var(--rzp-radius, 0.625rem), 1.25rem);
    color: var(--ink);
    color: light-dark(var(--ink), hsl(var(--hue), 85%, 86%));
    background: var(--wash);
    background: light-dark(var(--wash), hsl(var(--hue), 48%, 14%));
    font-size: 0.9375rem;
    line-height: 1.45;
    text-align: start;
    text-wrap: balance;
    animation: appear 0.2s ease-out;
  }
  .unconfirmed[part='notice'] {
    --hue: 38;
  }
  .paid[part='notice'],
  .placed[part='notice'] {
    --hue: 152;
  }
  .cancelled[part='notice'],
  .earlier[part='notice'] {
    --hue: 219;
  }
  :host([width='hug']) [part='message'] {
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 24em;
  }
  :host([width='hug']) [part~='button'] {
    justify-self: start;
    inline-size: auto;
  }
  [part='icon'] {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  circle {
    opacity: 0.35;
  }
  .paid path {
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
    /* Two balanced halves may be wider than their place. */
    text-wrap: wrap;
    font-family: ui-monospace, monospace;
    font-size: 0.8em;
    /* Safari has it by this name alone. */
    -webkit-user-select: all;
    user-select: all;
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.5rem;
  }
  [part='actions'] > * {
    margin: 0;
    border-color: color-mix(in srgb, currentColor 65%, transparent);
  }
  [part='actions'] > :hover {
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
    .paid path {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    [part='notice'] {
      border-color: CanvasText;
    }
    circle {
      opacity: 1;
    }
    /* Its colour is gone: with an edge all around it would look as what can be pressed does. */
    div[part~='statement'] {
      border-inline-color: Canvas;
      border-radius: 0;
    }
  }
`;
