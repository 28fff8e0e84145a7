import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {field} from '../parts/field.js';
import {onSubmit} from '../parts/on-submit.js';
import {submitButton} from '../parts/submit-button.js';
import {type State, wordsOf} from '../state/state.js';

/** Who pays. */
export function contactScreen(state: State, flow: CheckoutFlow): TemplateResult {
  const {hidden, readonly} = state.settings ?? {};
  const words = wordsOf(state);
  return html`
    <form novalidate @submit=${onSubmit(() => flow.submitContact())}>
      <div class="content">
        <h2 tabindex="-1">${words.contactDetails}</h2>
        ${
          hidden?.contact && !state.errors.contact
            ? nothing
            : field('contact', state, flow, {
                label: words.mobileNumber,
                type: 'tel',
                inputMode: 'tel',
                autocomplete: 'tel',
                placeholder: '+91 98765 43210',
                hint: words.contactHint,
                readOnly: readonly?.contact ?? false,
              })
        }
        ${
          hidden?.email
            ? nothing
            : field('email', state, flow, {
                label: words.email,
                type: 'email',
                inputMode: 'email',
                autocomplete: 'email',
                placeholder: 'you@example.com',
                hint: words.emailHint,
                readOnly: readonly?.email ?? false,
              })
        }
      </div>
      ${submitButton(words.continue, state.isBusy)}
    </form>
  `;
}
