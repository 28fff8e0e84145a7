import {html, type TemplateResult} from 'lit';
import type {Checkout} from './checkout.js';
import type {State} from './state.js';

/** Asks whether the shopper means to leave. */
export function leaveDialog({attempt, isBusy}: State, checkout: Checkout): TemplateResult {
  return html`
    <div class="veil">
      <div
        class="dialog"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="leave-title"
        aria-describedby="leave-text"
      >
        <h2 id="leave-title">Leave the checkout?</h2>
        <p id="leave-text">
          ${
            attempt || isBusy
              ? 'A payment is in progress. It is given up when you leave.'
              : 'Your payment is not complete.'
          }
        </p>
        <button class="primary" type="button" @click=${() => checkout.stay()}>Stay</button>
        <button class="secondary" type="button" @click=${() => checkout.leave()}>
          Leave checkout
        </button>
      </div>
    </div>
  `;
}
