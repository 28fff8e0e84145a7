import {html, nothing, type TemplateResult} from 'lit/html.js';
import {formatMoney} from '../../../../wire/money.js';
import type {AttemptError} from '../../../../wire/page-script.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {mayEditContact} from '../flow/steps-back.js';
import {COUPON_FORM, couponBox} from '../parts/coupon-box.js';
import {
  bankFields,
  cardFields,
  codFields,
  upiFields,
  walletFields,
} from '../parts/method-fields.js';
import {onSubmit} from '../parts/on-submit.js';
import {submitButton} from '../parts/submit-button.js';
import type {Method} from '../state/settings.js';
import {
  amountOf,
  asksAddress,
  mandateOf,
  methodsOf,
  saidIn,
  takesCoupons,
  type State,
  wordsOf,
} from '../state/state.js';
import type {Words} from '../words/en.js';
import {fill} from '../words/fill.js';
import {addressLine} from './shipping-screen.js';

interface MethodView {
  readonly name: keyof Words;
  readonly about: keyof Words;
  readonly icon: TemplateResult;
  readonly fields: (state: State, flow: CheckoutFlow) => TemplateResult;
}

const VIEWS: Readonly<Record<Method, MethodView>> = {
  upi: {name: 'upi', about: 'upiAbout', icon: icon('M8 4l8 8-8 8M12 4l8 8-8 8'), fields: upiFields},
  card: {
    name: 'card',
    about: 'cardAbout',
    icon: icon('M3 6.5h18v11H3zM3 10h18M6.5 14.5h4'),
    fields: cardFields,
  },
  netbanking: {
    name: 'netbanking',
    about: 'netbankingAbout',
    icon: icon('M4 9.5l8-5 8 5zM6 10v7M10 10v7M14 10v7M18 10v7M4 19h16'),
    fields: bankFields,
  },
  wallet: {
    name: 'wallet',
    about: 'walletAbout',
    icon: icon('M4 7h14v-2.5H6a2 2 0 0 0-2 2v11h16V7H4M15.5 12.5h1'),
    fields: walletFields,
  },
  cod: {
    name: 'cod',
    about: 'codAbout',
    icon: icon('M3 7h18v10H3zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M6 10v4M18 10v4'),
    fields: codFields,
  },
};

/** How it is paid. The chosen method stays open; a failed attempt is told above them. */
export function methodsScreen(state: State, flow: CheckoutFlow): TemplateResult {
  const {failure, isApplying, isBusy, method} = state;
  const {amount, currency} = amountOf(state);
  const words = wordsOf(state);
  return html`
    <form id=${COUPON_FORM} hidden @submit=${onSubmit(() => flow.coupons.apply())}></form>
    <form novalidate @submit=${onSubmit(() => flow.attempts.pay())}>
      <div class="content">
        <div class="heading">
          <h2 tabindex="-1">${words.paymentOptions}</h2>
          ${contactLine(state, flow)} ${asksAddress(state) ? addressLine(state, flow) : nothing}
        </div>
        ${failure ? failureNotice(failure, state, flow) : nothing}
        ${
          state.settings?.recurring && !mandateOf(state)
            ? html`<p class="lead">${words.noMandate}</p>`
            : nothing
        }
        ${takesCoupons(state) && state.settings?.showCoupons ? couponBox(state, flow) : nothing}
        <ul class="methods">
          ${methodsOf(state).map((each) => methodItem(each, state, flow))}
        </ul>
        ${state.isCodRefused ? html`<p class="hint cod-refused">${words.codRefused}</p>` : nothing}
      </div>
      ${submitButton(
        method === 'cod'
          ? words.placeOrder
          : fill(words.pay, {amount: formatMoney(amount, currency)}),
        isBusy || isApplying,
      )}
    </form>
  `;
}

function failureNotice(error: AttemptError, state: State, flow: CheckoutFlow): TemplateResult {
  const words = wordsOf(state);
  const {lang, text} = saidIn(state, error);
  return html`<div class="failure" role="alert">
    <h3>${words.paymentFailed}</h3>
    <p lang=${lang ?? nothing}>${text}</p>
    ${error.reason ? html`<code lang="en">${error.reason}</code>` : nothing}
    <button type="button" @click=${() => flow.attempts.retry()}>${words.tryAgain}</button>
  </div>`;
}

function contactLine(state: State, flow: CheckoutFlow): TemplateResult {
  return html`<p class="contact">
    <span>${state.form.contact}</span>
    ${
      mayEditContact(state)
        ? html`<button type="button" class="link" @click=${() => flow.editContact()}>
            ${wordsOf(state).editContact}
          </button>`
        : nothing
    }
  </p>`;
}

function methodItem(method: Method, state: State, flow: CheckoutFlow): TemplateResult {
  const {fields, icon, ...view} = VIEWS[method];
  const {[view.name]: name, [view.about]: about} = wordsOf(state);
  const isChosen = state.method === method;
  return html`
    <li class=${isChosen ? 'chosen' : ''}>
      <button
        type="button"
        aria-label=${name}
        aria-describedby="${method}-about"
        aria-expanded=${isChosen ? 'true' : 'false'}
        aria-controls="${method}-fields"
        @click=${() => flow.chooseMethod(method)}
      >
        ${icon}
        <span class="name">${name}<small id="${method}-about">${about}</small></span>
        <span class="radio" aria-hidden="true"></span>
      </button>
      <div class="fields" id="${method}-fields" ?hidden=${!isChosen}>
        ${isChosen ? fields(state, flow) : nothing}
      </div>
    </li>
  `;
}

function icon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
