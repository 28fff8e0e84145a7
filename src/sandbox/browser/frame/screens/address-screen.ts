import {html, nothing, type TemplateResult} from 'lit';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {choice} from '../parts/choice.js';
import {field} from '../parts/field.js';
import {onSubmit} from '../parts/on-submit.js';
import {submitButton} from '../parts/submit-button.js';
import {type State, wordsOf} from '../state/state.js';

const COUNTRIES: Readonly<Record<string, string>> = {
  IN: 'India',
  AE: 'United Arab Emirates',
  GB: 'United Kingdom',
  SG: 'Singapore',
  US: 'United States',
};

/** Where the goods go: to a saved address or to a new one. */
export function addressScreen(state: State, flow: CheckoutFlow): TemplateResult {
  const {addresses, addressId, isBusy, serviceability} = state;
  const words = wordsOf(state);
  const {delivery} = flow;
  const isWaiting = isBusy || serviceability.is === 'checking';
  return html`
    <form novalidate @submit=${onSubmit(() => delivery.submitAddress())}>
      <div class="content">
        <div class="heading">
          <h2 tabindex="-1">${words.deliveryAddress}</h2>
          <p class="contact">
            <span>${state.form.contact}</span>
            <button type="button" class="link" @click=${() => flow.editContact()}>
              ${words.editContact}
            </button>
          </p>
        </div>
        ${
          addresses.length
            ? html`<fieldset class="choices">
                <legend class="unseen">${words.deliveryAddress}</legend>
                ${addresses.map(({id = '', name, line1, line2, city, zipcode}) =>
                  choice({
                    group: 'address',
                    value: id,
                    isChosen: id === addressId,
                    title: name,
                    text: `${line1}, ${line2}, ${city} ${zipcode}`,
                    choose: () => delivery.chooseAddress(id),
                  }),
                )}
                ${choice({
                  group: 'address',
                  value: '',
                  isChosen: !addressId,
                  title: words.newAddress,
                  choose: () => delivery.chooseAddress(''),
                })}
              </fieldset>`
            : nothing
        }
        ${addressId ? serviceabilityNotice(state) : newAddress(state, flow)}
      </div>
      ${submitButton(words.continue, isWaiting)}
    </form>
  `;
}

/** Whether the merchant delivers to the address; screen readers announce it. */
function serviceabilityNotice(state: State): TemplateResult {
  const {serviceability} = state;
  const words = wordsOf(state);
  const failed = serviceability.is === 'failed' ? serviceability.error : undefined;
  const text = failed
    ? failed.description
    : serviceability.is === 'unknown' || serviceability.is === 'failed'
      ? ''
      : words[serviceability.is];
  const {problem} = (failed?.metadata ?? {}) as {problem?: string};
  return html`<div class="serviceability ${serviceability.is}" role="status">
    <p>${text}</p>
    ${problem ? html`<code>${problem}</code>` : nothing}
  </div>`;
}

function newAddress(state: State, flow: CheckoutFlow): TemplateResult {
  const words = wordsOf(state);
  const onCountry = ({target}: Event): void => {
    flow.edit('country', (target as HTMLSelectElement).value);
  };
  return html`
    <div class="row">
      ${field('zipcode', state, flow, {
        label: words.pincode,
        inputMode: state.form.country === 'IN' ? 'numeric' : 'text',
        autocomplete: 'postal-code',
        placeholder: '560001',
        maxLength: state.form.country === 'IN' ? 6 : 10,
      })}
      <div class="field">
        <label for="country">${words.country}</label>
        <select id="country" name="country" autocomplete="country" @change=${onCountry}>
          ${Object.entries(COUNTRIES).map(
            ([code, name]) =>
              html`<option value=${code} ?selected=${code === state.form.country}>${name}</option>`,
          )}
        </select>
      </div>
    </div>
    ${serviceabilityNotice(state)}
    ${field('fullName', state, flow, {
      label: words.fullName,
      autocomplete: 'name',
      readOnly: state.settings?.readonly.name ?? false,
    })}
    ${field('line1', state, flow, {label: words.address, autocomplete: 'address-line1'})}
    ${field('line2', state, flow, {label: words.area, autocomplete: 'address-line2'})}
    <div class="row">
      ${field('city', state, flow, {label: words.city, autocomplete: 'address-level2'})}
      ${field('state', state, flow, {label: words.state, autocomplete: 'address-level1'})}
    </div>
    <label class="check">
      <input
        type="checkbox"
        .checked=${state.savesAddress}
        @change=${() => flow.delivery.toggleSaving()}
      />
      ${words.saveAddress}
    </label>
  `;
}
