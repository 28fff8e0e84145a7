import {html, nothing, type TemplateResult} from 'lit';
import {formatMoney} from '../../../../wire/money.js';
import {digitsOf} from '../../../model/input/digits.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {field} from '../parts/field.js';
import {onSubmit} from '../parts/on-submit.js';
import {amountOf, type State, wordsOf} from '../state/state.js';

/** The page of a made-up bank, on which the shopper decides how the payment goes. */
export function bankScreen(state: State, flow: CheckoutFlow): TemplateResult {
  const {attempt, failure, isBusy} = state;
  const {amount, currency} = amountOf(state);
  return html`
    <div class="content bank">
      <p class="bank-name"><span aria-hidden="true">₹</span> ${bankName(state)}</p>
      <h2 tabindex="-1">${attempt?.next === 'otp' ? 'Confirm the payment' : 'Demo bank page'}</h2>
      <p>
        ${state.settings?.businessName} asks for <strong>${formatMoney(amount, currency)}</strong>.
        You are the bank: decide how the payment goes.
      </p>
      ${failure ? html`<p class="error" role="alert">${failure.description}</p>` : nothing}
      ${attempt?.next === 'otp' ? otpForm(state, flow) : nothing}
    </div>
    <div class="actions bank-answers" aria-busy=${isBusy ? 'true' : 'false'}>
      <button
        type="button"
        class="approve"
        @click=${() => flow.attempts.answerBank({choice: 'success'})}
      >
        Success
      </button>
      <button
        type="button"
        class="decline"
        @click=${() => flow.attempts.answerBank({choice: 'failure'})}
      >
        Failure
      </button>
      <button
        type="button"
        class="link"
        @click=${() => flow.attempts.answerBank({choice: 'cancel'})}
      >
        Cancel payment
      </button>
    </div>
  `;
}

/** While the shopper would look at the app on their phone. */
export function waitingScreen(state: State): TemplateResult {
  const {approval} = state.attempt ?? {};
  if (approval !== undefined) return approvalScreen(approval);
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

/** On a desktop the shopper reads the code with their phone; on the phone the app opens. */
function approvalScreen(approval: string): TemplateResult {
  const hasMouse = matchMedia('(pointer: fine)').matches;
  return html`
    <div class="center approval">
      <h2 tabindex="-1">${hasMouse ? 'Scan with your UPI app' : 'Approve in your UPI app'}</h2>
      ${
        hasMouse
          ? html`<img class="qr" src="${approval}/qr.svg" alt="QR code of ${approval}" />`
          : nothing
      }
      <a class="open-app" href=${approval} target="_blank" rel="noopener">Open UPI app</a>
      <p role="status">
        <span class="spinner" aria-hidden="true"></span> Waiting for your approval
      </p>
    </div>
  `;
}

function otpForm(state: State, flow: CheckoutFlow): TemplateResult {
  const {otp} = state.form;
  return html`
    <form novalidate @submit=${onSubmit(() => flow.attempts.answerBank({choice: 'otp', otp}))}>
      ${field('otp', state, flow, {
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
