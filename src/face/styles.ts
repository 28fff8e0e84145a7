import {css} from './css.js';

/**
 * The face of the button. Label and state word lie in one grid cell and the least width holds every
 * state word, so that nothing on the page moves when the state changes.
 */
export const styles = css`
  :host {
    display: inline-block;
    min-inline-size: 16em;
    max-inline-size: 100%;
    font: 600 1rem/1.25 var(--rzp-font, system-ui, sans-serif);
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
  button {
    font: inherit;
    cursor: pointer;
  }
  [part~='button'] {
    display: grid;
    place-items: center;
    inline-size: 100%;
    min-block-size: max(var(--rzp-height, 3em), 44px);
    padding: 0.5em 1.5em;
    border: 1px solid transparent;
    border-radius: var(--rzp-radius, 0.625rem);
    text-align: center;
    color: var(--rzp-on-accent, #fff);
    background: var(--rzp-accent, #1f5eff);
    box-shadow:
      0 1px 2px #0003,
      inset 0 1px #fff3;
    box-sizing: border-box;
    transition:
      filter 0.15s,
      background 0.3s;
    -webkit-tap-highlight-color: transparent;
  }
  :host([variant='outline']) [part~='button'] {
    color: inherit;
    background: none;
    border-color: currentColor;
    box-shadow: none;
  }
  button:hover {
    filter: brightness(1.1);
  }
  button:active {
    filter: brightness(0.92);
  }
  [part]:focus-visible {
    outline: 3px solid var(--rzp-focus, var(--rzp-accent, #1f5eff));
    outline-offset: 2px;
  }
  button:disabled,
  button[aria-disabled='true'] {
    cursor: default;
    filter: none;
  }
  button:disabled {
    opacity: 0.5;
  }
  [part~='button'] > * {
    grid-area: 1/1;
  }
  [hidden] {
    visibility: hidden;
  }
  span {
    display: block;
  }
  b {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  b::before {
    content: '';
    box-sizing: border-box;
    inline-size: 1em;
    block-size: 1em;
    border: 0.15em solid;
    border-top-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  .idle b::before {
    display: none;
  }
  :host .unconfirmed[part~='button'] {
    color: var(--rzp-on-warning, #fff);
    background: var(--rzp-warning, #8a4b08);
    border-color: transparent;
  }
  .unconfirmed b::before {
    content: '!';
    content: '!' / '';
    display: grid;
    place-items: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    font-size: 0.8em;
    border-color: currentColor;
    animation: none;
  }
  :host .paid[part~='button'],
  :host .placed[part~='button'] {
    color: var(--rzp-on-success, #fff);
    background: var(--rzp-success, #0b7a43);
    border-color: transparent;
  }
  .paid b::before,
  .placed b::before {
    inline-size: 0.45em;
    block-size: 0.85em;
    border-width: 0 0.15em 0.15em 0;
    border-radius: 0;
    transform: rotate(45deg) translate(-0.1em, -0.1em);
    animation: none;
  }
  [part='message'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: baseline;
    inline-size: 0;
    min-inline-size: 100%;
    margin-block-start: 0.5em;
    font-size: 0.875rem;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  [part='action'] {
    border: 1px solid;
    border-radius: var(--rzp-radius, 0.625rem);
    min-block-size: 44px;
    margin: 0.5em 0 0;
    padding: 0 0.7em;
    font-weight: 600;
    color: inherit;
    background: none;
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
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    button {
      transition: none;
    }
    b::before {
      animation-duration: 4s;
    }
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    button:disabled {
      border-color: GrayText;
      opacity: 1;
    }
    b::before {
      border-top-style: dotted;
    }
  }
`;
