import {html, nothing, type TemplateResult} from 'lit';
import {formatMoney} from '../../../../wire/money.js';
import {networkOf, spacedNumber} from '../../../model/input/card-numbers.js';
import {digitsOf} from '../../../model/input/digits.js';
import type {MandateTerms} from '../../../model/mandate-terms.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {amountOf, mandateOf, type State, wordsOf} from '../state/state.js';
import {fill} from '../words/fill.js';
import {field} from './field.js';

/** The UPI ID, and what the test ones do. */
export function upiFields(state: State, flow: CheckoutFlow): TemplateResult {
  const mandate = mandateOf(state);
  if (mandate) return mandateFields(mandate, state, flow);
  return vpaField(state, flow);
}

const vpaField = (state: State, flow: CheckoutFlow): TemplateResult =>
  field('vpa', state, flow, {
    label: wordsOf(state).upiId,
    inputMode: 'email',
    placeholder: 'success@razorpay',
    hint: html`<code>success@razorpay</code> pays, <code>failure@razorpay</code> is declined, any
      other ID asks.`,
  });

/** What the shop may take, and the choice where the page leaves it to the shopper. */
function mandateFields(
  {expireAt, frequency, maxAmount}: MandateTerms,
  state: State,
  flow: CheckoutFlow,
): TemplateResult {
  const until = new Date(expireAt * 1000).toLocaleDateString('en-IN', {dateStyle: 'medium'});
  const {isMandate, settings} = state;
  return html`
    ${
      isMandate
        ? html`<p class="mandate">
            You approve once, and the shop may take up to
            <strong>${formatMoney(maxAmount, 'INR')}</strong>, ${frequency.replaceAll('_', ' ')},
            until ${until}.
          </p>`
        : nothing
    }
    ${
      settings?.recurring === 'preferred'
        ? html`<label class="check"
            ><input
              type="checkbox"
              name="mandate"
              .checked=${isMandate}
              @change=${({target}: Event) =>
                flow.chooseMandate((target as HTMLInputElement).checked)}
            />
            Approve this for later payments too</label
          >`
        : nothing
    }
    ${isMandate ? nothing : vpaField(state, flow)}
  `;
}

/** A card: its number, date, CVV and the name on it. */
export function cardFields(state: State, flow: CheckoutFlow): TemplateResult {
  const words = wordsOf(state);
  const network = networkOf(digitsOf(state.form.number));
  return html`
    ${field('number', state, flow, {
      label: words.cardNumber,
      inputMode: 'numeric',
      autocomplete: 'cc-number',
      placeholder: '4100 2800 0000 1007',
      maxLength: 23,
      hint: network ?? 'Use a test card, never a real one.',
      format: (text) => spacedNumber(digitsOf(text).slice(0, 16)),
    })}
    <div class="row">
      ${field('expiry', state, flow, {
        label: words.expiry,
        inputMode: 'numeric',
        autocomplete: 'cc-exp',
        placeholder: 'MM/YY',
        maxLength: 7,
        format: (text) =>
          digitsOf(text)
            .slice(0, 4)
            .replace(/^(\d\d)(\d)/, '$1/$2'),
      })}
      ${field('cvv', state, flow, {
        label: words.cvv,
        type: 'password',
        inputMode: 'numeric',
        autocomplete: 'cc-csc',
        placeholder: '123',
        maxLength: 4,
        format: digitsOf,
      })}
    </div>
    ${field('name', state, flow, {
      label: words.nameOnCard,
      autocomplete: 'cc-name',
      placeholder: words.optional,
    })}
  `;
}

/** The bank of netbanking. */
export const bankFields = (state: State, flow: CheckoutFlow): TemplateResult =>
  picker('bank', state.preferences?.banks, state, flow);

/** The wallet: those of the page first, by the names that the page has for them. */
export function walletFields(state: State, flow: CheckoutFlow): TemplateResult {
  const external = state.settings?.externalWallets ?? [];
  const names = {
    ...Object.fromEntries(external.map((code) => [code, code])),
    ...state.preferences?.wallets,
  };
  const isExternal = external.includes(state.form.wallet);
  return picker(
    'wallet',
    names,
    state,
    flow,
    isExternal ? 'The shop goes on with it itself.' : undefined,
  );
}

/** A bank or a wallet. */
function picker(
  name: 'bank' | 'wallet',
  options: Readonly<Record<string, string>> = {},
  state: State,
  flow: CheckoutFlow,
  hint = 'A made-up page asks what it shall do.',
): TemplateResult {
  const onChange = ({target}: Event): void => {
    flow.edit(name, (target as HTMLSelectElement).value);
  };
  return html`
    <div class="field">
      <label for=${name}>${wordsOf(state)[name]}</label>
      <select id=${name} name=${name} @change=${onChange}>
        ${Object.entries(options).map(
          ([code, title]) =>
            html`<option value=${code} ?selected=${code === state.form[name]}>${title}</option>`,
        )}
      </select>
      <p class="hint">${hint}</p>
    </div>
  `;
}

/** What is due at the door. */
export function codFields(state: State): TemplateResult {
  const {amount, currency} = amountOf(state);
  return html`<p>${fill(wordsOf(state).codText, {amount: formatMoney(amount, currency)})}</p>`;
}
