import {html, nothing, type TemplateResult} from 'lit';
import type {Checkout} from '../flow/checkout.js';
import {field} from '../parts/field.js';
import {digitsOf} from '../../../model/card-numbers.js';
import {money} from '../state/money.js';
import {amountOf, type State} from '../state/state.js';
import {submits} from '../parts/submits.js';
import {wordsOf} from '../words/say.js';

/** The page of a made-up bank, which does what the shopper says. */
export function bankScreen(state: State, checkout: Checkout): TemplateResult {
  const {attempt, failure, isBusy} = state;
  const {amount, currency} = amountOf(state);
  return html`
    <div class="content bank">
      <p class="seal"><span aria-hidden="true">₹</span> ${bankName(state)}</p>
      <h2 tabindex="-1">${attempt?.next === 'otp' ? 'Confirm the payment' : 'Demo bank page'}</h2>
      <p>
        ${state.settings?.businessName} asks for <strong>${money(amount, currency)}</strong>. You
        are the bank: decide how the payment goes.
      </p>
      ${failure ? html`<p class="error" role="alert">${failure.description}</p>` : nothing}
      ${attempt?.next === 'otp' ? otpForm(state, checkout) : nothing}
    </div>
    <div class="actions verdicts" aria-busy=${isBusy ? 'true' : 'false'}>
      <button
        type="button"
        class="good"
        @click=${() => checkout.attempts.answerBank({choice: 'success'})}
      >
        Success
      </button>
      <button
        type="button"
        class="bad"
        @click=${() => checkout.attempts.answerBank({choice: 'failure'})}
      >
        Failure
      </button>
      <button
        type="button"
        class="link"
        @click=${() => checkout.attempts.answerBank({choice: 'cancel'})}
      >
        Cancel payment
      </button>
    </div>
  `;
}

/** While the shopper would look at the app on their phone. */
export function waitingScreen(state: State): TemplateResult {
  return html`
    <div class="center">
      <span class="spinner large" aria-hidden="true"></span>
      <h2 tabindex="-1">${wordsOf(state).waiting}</h2>
      <p role="status">
        <strong>${state.method === 'upi' ? state.form.vpa : bankName(state)}</strong>
      </p>
    </div>
  `;
}

function otpForm(state: State, checkout: Checkout): TemplateResult {
  const {otp} = state.form;
  return html`
    <form novalidate @submit=${submits(() => checkout.attempts.answerBank({choice: 'otp', otp}))}>
      ${field('otp', state, checkout, {
        label: 'OTP',
        inputMode: 'numeric',
        autocomplete: 'one-time-code',
        placeholder: '1234',
        maxLength: 10,
        hint: 'Four to ten digits are right, fewer are wrong.',
        format: digitsOf,
      })}
      <button class="secondary" type="submit">Submit OTP</button>
    </form>
  `;
}

function bankName({form, method, preferences}: State): string {
  if (method === 'wallet') return preferences?.wallets[form.wallet] ?? 'Wallet';
  if (method === 'netbanking') return preferences?.banks[form.bank] ?? 'Bank';
  return method === 'card' ? 'Card issuer' : form.vpa;
}
