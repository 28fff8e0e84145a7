import {html, type TemplateResult} from 'lit';
import type {Checkout} from '../flow/checkout.js';
import {choice} from '../parts/choice.js';
import {money} from '../state/money.js';
import {addressOf, amountOf, type State} from '../state/state.js';
import {submitButton} from '../parts/submit-button.js';
import {submits} from '../parts/submits.js';
import {wordsOf} from '../words/say.js';

/** How the goods get there, as the merchant quoted it. */
export function shippingScreen(state: State, checkout: Checkout): TemplateResult {
  const words = wordsOf(state);
  const {currency} = amountOf(state);
  return html`
    <form novalidate @submit=${submits(() => checkout.submitShipping())}>
      <div class="content">
        <div class="heading">
          <h2 tabindex="-1">${words.deliveryMethod}</h2>
          ${addressLine(state, checkout)}
        </div>
        <fieldset class="choices">
          <legend class="unseen">${words.deliveryMethod}</legend>
          ${state.shippingMethods.map(({description, id, name, shipping_fee}) =>
            choice({
              group: 'shipping',
              value: id,
              isChosen: id === state.shippingId,
              title: name,
              text: description,
              price: shipping_fee ? money(shipping_fee, currency) : words.free,
              choose: () => checkout.delivery.chooseShipping(id),
            }),
          )}
        </fieldset>
      </div>
      ${submitButton(words.continue)}
    </form>
  `;
}

/** The address on one line, and the way back to it. */
export function addressLine(state: State, checkout: Checkout): TemplateResult {
  const {city, line1, zipcode} = addressOf(state);
  return html`<p class="contact">
    <span>${line1}, ${city} ${zipcode}</span>
    <button type="button" class="link" @click=${() => checkout.editAddress()}>
      ${wordsOf(state).editAddress}
    </button>
  </p>`;
}
