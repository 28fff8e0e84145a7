import {html, type TemplateResult} from 'lit/html.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {type State, wordsOf} from '../state/state.js';

/** Asks whether the shopper means to leave. */
export function leaveDialog(state: State, flow: CheckoutFlow): TemplateResult {
  const {attempt, isBusy} = state;
  const words = wordsOf(state);
  return html`
    <div class="dialog-backdrop">
      <div
        class="dialog"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="leave-title"
        aria-describedby="leave-text"
      >
        <h2 id="leave-title">${words.leaveTitle}</h2>
        <p id="leave-text">${attempt || isBusy ? words.leaveBusy : words.leaveText}</p>
        <button class="primary" type="button" @click=${() => flow.leaving.stay()}>
          ${words.stay}
        </button>
        <button class="secondary" type="button" @click=${() => flow.leaving.leave()}>
          ${words.leave}
        </button>
      </div>
    </div>
  `;
}
