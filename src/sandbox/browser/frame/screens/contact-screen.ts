import {html, nothing, type TemplateResult} from 'lit';
import type {Checkout} from '../flow/checkout.js';
import {field} from '../parts/field.js';
import type {State} from '../state/state.js';
import {submitButton} from '../parts/submit-button.js';
import {submits} from '../parts/submits.js';
import {wordsOf} from '../words/say.js';

/** Who pays. */
export function contactScreen(state: State, checkout: Checkout): TemplateResult {
  const {hidden, readonly} = state.settings ?? {};
  const words = wordsOf(state);
  return html`
    <form novalidate @submit=${submits(() => checkout.submitContact())}>
      <div class="content">
        <h2 tabindex="-1">${words.contactDetails}</h2>
        ${
          hidden?.contact && !state.errors.contact
            ? nothing
            : field('contact', state, checkout, {
                label: words.mobileNumber,
                type: 'tel',
                inputMode: 'tel',
                autocomplete: 'tel',
                placeholder: '+91 98765 43210',
                hint: 'Any number will do: nothing is sent.',
                readOnly: readonly?.contact ?? false,
              })
        }
        ${
          hidden?.email
            ? nothing
            : field('email', state, checkout, {
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
