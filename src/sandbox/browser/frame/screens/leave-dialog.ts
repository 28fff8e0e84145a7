import {html, type TemplateResult} from 'lit';
import type {Checkout} from '../flow/checkout.js';
import type {State} from '../state/state.js';
import {wordsOf} from '../words/say.js';

/** Asks whether the shopper means to leave. */
export function leaveDialog(state: State, checkout: Checkout): TemplateResult {
  const {attempt, isBusy} = state;
  const words = wordsOf(state);
  return html`
    <div class="veil">
      <div
        class="dialog"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="leave-title"
        aria-describedby="leave-text"
      >
        <h2 id="leave-title">${words.leaveTitle}</h2>
        <p id="leave-text">${attempt || isBusy ? words.leaveBusy : words.leaveText}</p>
        <button class="primary" type="button" @click=${() => checkout.leaving.stay()}>
          ${words.stay}
        </button>
        <button class="secondary" type="button" @click=${() => checkout.leaving.leave()}>
          ${words.leave}
        </button>
      </div>
    </div>
  `;
}
