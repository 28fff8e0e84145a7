import {html, type TemplateResult} from 'lit/html.js';
import {digitsOf} from '../../../model/input/digits.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {field} from '../parts/field.js';
import {onSubmit} from '../parts/on-submit.js';
import {submitButton} from '../parts/submit-button.js';
import {type State, wordsOf} from '../state/state.js';
import {fill} from '../words/fill.js';

/** The OTP: for saved addresses or a coupon that is the shopper's own. It may be skipped. */
export function loginScreen(state: State, flow: CheckoutFlow): TemplateResult {
  const words = wordsOf(state);
  const {login} = flow;
  const {coupon: code} = state.login;
  const {contact} = state.form;
  return html`
    <form novalidate @submit=${onSubmit(() => login.submitOtp())}>
      <div class="content">
        <h2 tabindex="-1">${words.confirmNumber}</h2>
        <p class="lead">
          ${code ? fill(words.couponWhy, {contact, code}) : fill(words.confirmWhy, {contact})}
        </p>
        ${field('loginOtp', state, flow, {
          label: words.otp,
          inputMode: 'numeric',
          autocomplete: 'one-time-code',
          placeholder: '1234',
          maxLength: 10,
          hint: words.otpHint,
          format: digitsOf,
        })}
        <button type="button" class="link" @click=${() => login.skipOtp()}>${words.skip}</button>
      </div>
      ${submitButton(words.continue, state.isBusy)}
    </form>
  `;
}
