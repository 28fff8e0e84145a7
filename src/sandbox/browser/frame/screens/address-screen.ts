import {html, nothing, type TemplateResult} from 'lit/html.js';
import {LANGUAGES} from '../../../../wire/languages.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {choice} from '../parts/choice.js';
import {endpointProblem} from '../parts/endpoint-failure.js';
import {field} from '../parts/field.js';
import {onSubmit} from '../parts/on-submit.js';
import {submitButton} from '../parts/submit-button.js';
import {languageIn, type State, wordsOf} from '../state/state.js';

const COUNTRIES = ['IN', 'AE', 'GB', 'SG', 'US'] as const;

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
  return html`<div class="serviceability ${serviceability.is}" role="status">
    ${
      serviceability.is === 'failed'
        ? endpointProblem(serviceability.error, state)
        : html`<p>${serviceability.is === 'unknown' ? '' : words[serviceability.is]}</p>`
    }
  </div>`;
}

function newAddress(state: State, flow: CheckoutFlow): TemplateResult {
  const words = wordsOf(state);
  const {country} = state.form;
  const countries = new Intl.DisplayNames(LANGUAGES[languageIn(state)], {type: 'region'});
  const onCountry = ({target}: Event): void => {
    flow.edit('country', (target as HTMLSelectElement).value);
  };
  return html`
    <div class="row">
      ${field('zipcode', state, flow, {
        label: words.pincode,
        // Elsewhere letters may be in it: SW1A 1AA.
        inputMode: country === 'IN' ? 'numeric' : 'text',
        autocapitalize: country === 'IN' ? 'none' : 'characters',
        autocomplete: 'postal-code',
        placeholder: '560001',
        maxLength: country === 'IN' ? 6 : 10,
      })}
      <div class="field">
        <label for="country">${words.country}</label>
        <select id="country" name="country" autocomplete="country" @change=${onCountry}>
          ${COUNTRIES.map(
            (code) =>
              html`<option value=${code} ?selected=${code === country}>
                ${countries.of(code) ?? code}
              </option>`,
          )}
        </select>
      </div>
    </div>
    ${serviceabilityNotice(state)}
    ${field('fullName', state, flow, {
      label: words.fullName,
      autocomplete: 'name',
      autocapitalize: 'words',
      readOnly: state.settings?.readonly.name ?? false,
    })}
    ${field('line1', state, flow, {
      label: words.address,
      autocomplete: 'address-line1',
      autocapitalize: 'words',
    })}
    ${field('line2', state, flow, {
      label: words.area,
      autocomplete: 'address-line2',
      autocapitalize: 'words',
    })}
    <div class="row">
      ${field('city', state, flow, {
        label: words.city,
        autocomplete: 'address-level2',
        autocapitalize: 'words',
      })}
      ${field('state', state, flow, {
        label: words.state,
        autocomplete: 'address-level1',
        autocapitalize: 'words',
      })}
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
