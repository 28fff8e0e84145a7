const css = String.raw;

/** What a button shows besides its label: each state, what is said below it, and what may be done. */
export const stateStyles = css`
  b {
    display: flex;
    justify-content: center;
    align-items: center;
    gap: 0.6em;
  }
  b::before {
    flex: none;
  }
  [aria-busy='true'] b::before {
    content: '';
    box-sizing: border-box;
    inline-size: 1em;
    block-size: 1em;
    border: 0.15em solid;
    border-top-color: transparent;
    border-radius: 50%;
    animation:
      turn 0.8s linear infinite,
      wait 0.3s step-end;
  }
  @keyframes wait {
    from {
      opacity: 0;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .unconfirmed[part~='button'] {
    --a: var(--rzp-warning, #8a4b08);
    --on: var(--rzp-on-warning, var(--ink, #fff));
    --bg: var(--solid, var(--a));
  }
  .paid[part~='button'],
  .placed[part~='button'] {
    --a: var(--rzp-success, #0b7a43);
    --on: var(--rzp-on-success, var(--ink, #fff));
    --bg: var(--solid, var(--a));
  }
  [href] {
    text-decoration: none;
  }
  [href]:hover {
    background: var(--hover, var(--bg));
    box-shadow: 0 2px 6px #0006;
  }
  .unconfirmed b::before {
    content: '!';
    content: '!' / '';
    display: grid;
    place-items: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 0.15em solid;
    border-radius: 50%;
    font-size: 0.8em;
  }
  .paid b::before,
  .placed b::before {
    content: '';
    inline-size: 0.35em;
    block-size: 0.7em;
    border: solid;
    border-width: 0 0.15em 0.15em 0;
    transform: rotate(45deg) translate(-0.1em, -0.1em);
    animation: tick 0.4s ease-out;
  }
  @keyframes tick {
    from {
      clip-path: inset(60% 100% 0 0);
    }
    40% {
      clip-path: inset(60% 0 0 0);
    }
    to {
      clip-path: inset(0);
    }
  }
  [part='message'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: baseline;
    margin-block-start: 0.5em;
    font-size: 0.875rem;
    font-weight: 400;
  }
  [part='message']:empty {
    margin: 0;
  }
  .preparing + [part='message'],
  .open + [part='message'],
  .verifying + [part='message'] {
    position: absolute;
    inline-size: 1px;
    min-inline-size: 0;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  [part='action'] {
    border: 1px solid;
    border-radius: min(var(--rzp-radius, 0.625rem), 22px);
    min-block-size: 44px;
    margin: 0.5em 0 0;
    padding: 0.6em min(0.8em, 4vw);
    font: inherit;
    font-weight: 600;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  @media (prefers-reduced-motion: reduce) {
    [aria-busy='true'] b::before {
      animation-duration: 4s, 0.3s;
    }
    .paid b::before,
    .placed b::before {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    [aria-busy='true'] b::before {
      border-top-style: dotted;
    }
  }
`;
