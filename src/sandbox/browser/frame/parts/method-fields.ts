import {html, nothing, type TemplateResult} from 'lit/html.js';
import {LANGUAGES, type Language} from '../../../../wire/languages.js';
import {formatMoney} from '../../../../wire/money.js';
import {networkOf, spacedNumber} from '../../../model/input/card-numbers.js';
import {digitsOf} from '../../../model/input/digits.js';
import type {MandateTerms} from '../../../model/mandate-terms.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {amountOf, languageIn, mandateOf, type State, wordsOf} from '../state/state.js';
import {fill, fillParts} from '../words/fill.js';
import {field} from './field.js';

/** The UPI ID, and what the test ones do. */
export function upiFields(state: State, flow: CheckoutFlow): TemplateResult {
  const mandate = mandateOf(state);
  if (mandate) return mandateFields(mandate, state, flow);
  return vpaField(state, flow);
}

function vpaField(state: State, flow: CheckoutFlow): TemplateResult {
  const {upiHint, upiId} = wordsOf(state);
  const hint = fillParts(upiHint, {
    success: html`<code>success@razorpay</code>`,
    failure: html`<code>failure@razorpay</code>`,
  });
  return field('vpa', state, flow, {
    label: upiId,
    inputMode: 'email',
    placeholder: 'success@razorpay',
    hint: html`${hint}`,
  });
}

/** What the shop may take, and the choice where the page leaves it to the shopper. */
function mandateFields(
  {expireAt, frequency, maxAmount}: MandateTerms,
  state: State,
  flow: CheckoutFlow,
): TemplateResult {
  const words = wordsOf(state);
  const {isMandate, settings} = state;
  const terms = fillParts(words.mandateTerms, {
    amount: html`<strong>${formatMoney(maxAmount, 'INR')}</strong>`,
    rhythm: words[frequency],
    date: dateIn(languageIn(state), expireAt),
  });
  return html`
    ${isMandate ? html`<p class="mandate">${terms}</p>` : nothing}
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
            ${words.mandateChoice}</label
          >`
        : nothing
    }
    ${isMandate ? nothing : vpaField(state, flow)}
  `;
}

/** A day as it is written in India. Digits are those of the amounts beside it. */
const dateIn = (language: Language, seconds: number): string =>
  new Date(seconds * 1000).toLocaleDateString(`${LANGUAGES[language]}-IN-u-nu-latn`, {
    dateStyle: 'medium',
  });

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
      hint: network ?? words.testCardHint,
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
      autocapitalize: 'words',
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
    isExternal ? wordsOf(state).externalWalletHint : undefined,
  );
}

/** A bank or a wallet. */
function picker(
  name: 'bank' | 'wallet',
  options: Readonly<Record<string, string>> = {},
  state: State,
  flow: CheckoutFlow,
  hint = wordsOf(state).bankHint,
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
            html`<option value=${code} lang="en" ?selected=${code === state.form[name]}>
              ${title}
            </option>`,
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
