import {html, nothing, type TemplateResult} from 'lit/html.js';
import {formatMoney} from '../../../../wire/money.js';
import type {AttemptError} from '../../../../wire/page-script.js';
import {digitsOf} from '../../../model/input/digits.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {field} from '../parts/field.js';
import {onSubmit} from '../parts/on-submit.js';
import {
  amountOf,
  languageIn,
  saidIn,
  shopLanguageOf,
  shopNameOf,
  type State,
  wordsOf,
} from '../state/state.js';
import {fill, fillParts} from '../words/fill.js';

/** The page of a made-up bank, on which the shopper decides how the payment goes. */
export function bankScreen(state: State, flow: CheckoutFlow): TemplateResult {
  const {attempt, failure, isBusy} = state;
  const {amount, currency} = amountOf(state);
  const words = wordsOf(state);
  const asks = fillParts(words.bankAsks, {
    name: shopName(state),
    amount: html`<strong>${formatMoney(amount, currency)}</strong>`,
  });
  return html`
    <div class="content bank">
      <p class="bank-name"><span aria-hidden="true">₹</span> ${bankName(state)}</p>
      <h2 tabindex="-1">${attempt?.next === 'otp' ? words.confirmPayment : words.bankPage}</h2>
      <p>${asks}</p>
      ${failure ? failureLine(failure, state) : nothing}
      ${attempt?.next === 'otp' ? otpForm(state, flow) : nothing}
    </div>
    <div class="actions bank-answers" aria-busy=${isBusy ? 'true' : 'false'}>
      <button
        type="button"
        class="approve"
        @click=${() => flow.attempts.answerBank({choice: 'success'})}
      >
        ${words.success}
      </button>
      <button
        type="button"
        class="decline"
        @click=${() => flow.attempts.answerBank({choice: 'failure'})}
      >
        ${words.failure}
      </button>
      <button
        type="button"
        class="link"
        @click=${() => flow.attempts.answerBank({choice: 'cancel'})}
      >
        ${words.cancelPayment}
      </button>
    </div>
  `;
}

const shopName = (state: State): TemplateResult =>
  html`<span lang=${(state.settings?.businessName && shopLanguageOf(state)) || nothing}
    >${shopNameOf(state)}</span
  >`;

function failureLine(error: AttemptError, state: State): TemplateResult {
  const {lang, text} = saidIn(state, error);
  return html`<p class="error" role="alert" lang=${lang ?? nothing}>${text}</p>`;
}

/** While the shopper would look at the app on their phone. */
export function waitingScreen(state: State): TemplateResult {
  const {approval} = state.attempt ?? {};
  if (approval !== undefined) return approvalScreen(approval, state);
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
function approvalScreen(approval: string, state: State): TemplateResult {
  const words = wordsOf(state);
  // The app goes on in the language in which the checkout has asked.
  const search = `?language=${languageIn(state)}`;
  const hasMouse = matchMedia('(pointer: fine)').matches;
  return html`
    <div class="center approval">
      <h2 tabindex="-1">${hasMouse ? words.scanApp : words.approveInApp}</h2>
      ${
        hasMouse
          ? html`<img
              class="qr"
              src="${approval}/qr.svg${search}"
              alt=${fill(words.qrCode, {address: approval})}
            />`
          : nothing
      }
      <a
        class="open-app ${hasMouse ? '' : 'primary'}"
        href="${approval}${search}"
        target="_blank"
        rel="noopener"
        >${words.openApp}</a
      >
      <p role="status"><span class="spinner" aria-hidden="true"></span> ${words.waiting}</p>
    </div>
  `;
}

function otpForm(state: State, flow: CheckoutFlow): TemplateResult {
  const {otp} = state.form;
  const words = wordsOf(state);
  return html`
    <form novalidate @submit=${onSubmit(() => flow.attempts.answerBank({choice: 'otp', otp}))}>
      ${field('otp', state, flow, {
        label: words.otp,
        inputMode: 'numeric',
        autocomplete: 'one-time-code',
        placeholder: '1234',
        maxLength: 10,
        hint: words.bankOtpHint,
        format: digitsOf,
      })}
      <button class="secondary" type="submit">${words.submitOtp}</button>
    </form>
  `;
}

/** Banks and wallets have English names, in every language. */
function bankName(state: State): TemplateResult {
  const {form, method, preferences} = state;
  const words = wordsOf(state);
  const names = {
    wallet: preferences?.wallets[form.wallet],
    netbanking: preferences?.banks[form.bank],
  };
  const name = method === 'wallet' || method === 'netbanking' ? names[method] : undefined;
  if (name !== undefined) return html`<span lang="en">${name}</span>`;
  return html`<span
    >${method === 'card' ? words.cardIssuer : method === 'upi' ? form.vpa : words[method]}</span
  >`;
}
