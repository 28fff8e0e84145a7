import {html, type TemplateResult} from 'lit/html.js';
import {formatMoney} from '../../../../wire/money.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {choice} from '../parts/choice.js';
import {onSubmit} from '../parts/on-submit.js';
import {submitButton} from '../parts/submit-button.js';
import {addressOf, amountOf, shopLanguageOf, type State, wordsOf} from '../state/state.js';

/** How the goods get there, as the merchant quoted it. */
export function shippingScreen(state: State, flow: CheckoutFlow): TemplateResult {
  const words = wordsOf(state);
  const {currency} = amountOf(state);
  return html`
    <form novalidate @submit=${onSubmit(() => flow.submitShipping())}>
      <div class="content">
        <div class="heading">
          <h2 tabindex="-1">${words.deliveryMethod}</h2>
          ${addressLine(state, flow)}
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
              lang: shopLanguageOf(state),
              price: shipping_fee ? formatMoney(shipping_fee, currency) : words.free,
              choose: () => flow.delivery.chooseShipping(id),
            }),
          )}
        </fieldset>
      </div>
      ${submitButton(words.continue)}
    </form>
  `;
}

/** The address on one line, and the way back to it. */
export function addressLine(state: State, flow: CheckoutFlow): TemplateResult {
  const {city, line1, zipcode} = addressOf(state);
  return html`<p class="contact">
    <span>${line1}, ${city} ${zipcode}</span>
    <button type="button" class="link" @click=${() => flow.editAddress()}>
      ${wordsOf(state).editAddress}
    </button>
  </p>`;
}
