import {html, nothing, type TemplateResult} from 'lit';
import {digitsOf, networkOf, spacedNumber} from '../card-numbers.js';
import type {Checkout} from './checkout.js';
import {field} from './field.js';
import {money} from './money.js';
import type {Method} from './settings.js';
import {amountOf, type State} from './state.js';
import {submits} from './submits.js';

interface MethodView {
  readonly name: string;
  readonly about: string;
  readonly icon: TemplateResult;
  readonly fields: (state: State, checkout: Checkout) => TemplateResult;
}

const VIEWS: Readonly<Record<Method, MethodView>> = {
  upi: {
    name: 'UPI',
    about: 'Google Pay, PhonePe, BHIM and more',
    icon: icon('M8 4l8 8-8 8M12 4l8 8-8 8'),
    fields: upiFields,
  },
  card: {
    name: 'Card',
    about: 'Visa, Mastercard, RuPay, Amex',
    icon: icon('M3 6.5h18v11H3zM3 10h18M6.5 14.5h4'),
    fields: cardFields,
  },
  netbanking: {
    name: 'Netbanking',
    about: 'All Indian banks',
    icon: icon('M4 9.5l8-5 8 5zM6 10v7M10 10v7M14 10v7M18 10v7M4 19h16'),
    fields: netbankingFields,
  },
};

/** How it is paid. The chosen method stays open; a failed attempt is told above them. */
export function methodsScreen(state: State, checkout: Checkout): TemplateResult {
  const {failure, isBusy, settings} = state;
  const {amount, currency} = amountOf(state);
  const methods = (settings?.methods ?? []).filter(
    (method) => method !== 'upi' || currency === 'INR',
  );
  return html`
    <form novalidate @submit=${submits(() => checkout.pay())}>
      <div class="content">
        <div class="heading">
          <h2 tabindex="-1">Payment options</h2>
          ${contactLine(state, checkout)}
        </div>
        ${
          failure
            ? html`<div class="failure" role="alert">
                <h3>Payment failed</h3>
                <p>${failure.description}</p>
                ${failure.reason ? html`<code>${failure.reason}</code>` : nothing}
                <button type="button" @click=${() => checkout.retry()}>Try again</button>
              </div>`
            : nothing
        }
        <ul class="methods">
          ${methods.map((method) => methodItem(method, state, checkout))}
        </ul>
      </div>
      <div class="actions">
        <button class="primary" type="submit" aria-disabled=${isBusy ? 'true' : 'false'}>
          ${isBusy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing} Pay
          ${money(amount, currency)}
        </button>
      </div>
    </form>
  `;
}

function contactLine({form, settings}: State, checkout: Checkout): TemplateResult {
  const isFixed = settings?.readonly.contact && settings.readonly.email;
  return html`<p class="contact">
    <span>${form.contact}</span>
    ${
      isFixed || settings?.hidden.contact
        ? nothing
        : html`<button type="button" class="link" @click=${() => checkout.editContact()}>
            Edit contact
          </button>`
    }
  </p>`;
}

function methodItem(method: Method, state: State, checkout: Checkout): TemplateResult {
  const {about, fields, icon, name} = VIEWS[method];
  const isChosen = state.method === method;
  return html`
    <li class=${isChosen ? 'chosen' : ''}>
      <button
        type="button"
        aria-label=${name}
        aria-describedby="${method}-about"
        aria-expanded=${isChosen ? 'true' : 'false'}
        aria-controls="${method}-fields"
        @click=${() => checkout.chooseMethod(method)}
      >
        ${icon}
        <span class="name">${name}<small id="${method}-about">${about}</small></span>
        <span class="radio" aria-hidden="true"></span>
      </button>
      <div class="fields" id="${method}-fields" ?hidden=${!isChosen}>
        ${isChosen ? fields(state, checkout) : nothing}
      </div>
    </li>
  `;
}

function upiFields(state: State, checkout: Checkout): TemplateResult {
  return field('vpa', state, checkout, {
    label: 'UPI ID',
    inputMode: 'email',
    placeholder: 'success@razorpay',
    hint: html`<code>success@razorpay</code> pays, <code>failure@razorpay</code> is declined, any
      other ID asks.`,
  });
}

function cardFields(state: State, checkout: Checkout): TemplateResult {
  const network = networkOf(digitsOf(state.form.number));
  return html`
    ${field('number', state, checkout, {
      label: 'Card number',
      inputMode: 'numeric',
      autocomplete: 'cc-number',
      placeholder: '4100 2800 0000 1007',
      maxLength: 23,
      hint: network ?? 'Use a test card, never a real one.',
      format: (text) => spacedNumber(digitsOf(text).slice(0, 16)),
    })}
    <div class="row">
      ${field('expiry', state, checkout, {
        label: 'Expiry',
        inputMode: 'numeric',
        autocomplete: 'cc-exp',
        placeholder: 'MM/YY',
        maxLength: 7,
        format: (text) =>
          digitsOf(text)
            .slice(0, 4)
            .replace(/^(\d\d)(\d)/, '$1/$2'),
      })}
      ${field('cvv', state, checkout, {
        label: 'CVV',
        type: 'password',
        inputMode: 'numeric',
        autocomplete: 'cc-csc',
        placeholder: '123',
        maxLength: 4,
        format: digitsOf,
      })}
    </div>
    ${field('name', state, checkout, {
      label: 'Name on card',
      autocomplete: 'cc-name',
      placeholder: 'Optional',
    })}
  `;
}

function netbankingFields(state: State, checkout: Checkout): TemplateResult {
  const {form, preferences} = state;
  const onChange = ({target}: Event): void => {
    checkout.edit('bank', (target as HTMLSelectElement).value);
  };
  return html`
    <div class="field">
      <label for="bank">Bank</label>
      <select id="bank" name="bank" @change=${onChange}>
        ${Object.entries(preferences?.banks ?? {}).map(
          ([code, name]) =>
            html`<option value=${code} ?selected=${code === form.bank}>${name}</option>`,
        )}
      </select>
      <p class="hint">A page of a made-up bank asks what it shall do.</p>
    </div>
  `;
}

function icon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
