import {html, nothing, type TemplateResult} from 'lit/html.js';
import {formatMoney} from '../../../../wire/money.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {amountOf, shopLanguageOf, type State, wordsOf} from '../state/state.js';
import {fill} from '../words/fill.js';
import {endpointFailure} from './endpoint-failure.js';
import {field} from './field.js';

/** The form of the coupon stands beside the one around it: HTML allows no form inside a form. */
export const COUPON_FORM = 'coupon-form';

/** The coupon that is used, or what there is to use. */
export function couponBox(state: State, flow: CheckoutFlow): TemplateResult {
  const {offers, promotion, showsCoupons: isShown} = state;
  const {coupons} = flow;
  const words = wordsOf(state);
  const {currency} = amountOf(state);
  if (promotion) {
    return html`<section class="coupons" aria-label=${words.coupons}>
      <p class="used" role="status">
        ${fill(words.saved, {code: promotion.code, amount: formatMoney(promotion.value, currency)})}
      </p>
      <button type="button" class="link" @click=${() => coupons.remove()}>
        ${words.removeCoupon}
      </button>
    </section>`;
  }
  const [first, ...others] = offers;
  return html`<section class="coupons ${isShown ? '' : 'folded'}" aria-label=${words.coupons}>
    <button
      type="button"
      class="fold"
      aria-expanded=${isShown ? 'true' : 'false'}
      aria-controls="coupon-choices"
      @click=${() => coupons.toggle()}
    >
      <span
        >${words.coupons}${
          first && !isShown
            ? html` <small>${first.code}${others.length ? ` +${others.length}` : ''}</small>`
            : nothing
        }</span
      >
    </button>
    <div id="coupon-choices" ?hidden=${!isShown}>${choices(state, flow)}</div>
  </section>`;
}

/** A code to type, and what the merchant offers. */
function choices(state: State, flow: CheckoutFlow): TemplateResult {
  const {couponError, couponFailure, isApplying, offers} = state;
  const words = wordsOf(state);
  return html`
    <div class="code">
      ${field('coupon', state, flow, {
        label: words.couponCode,
        autocapitalize: 'characters',
        form: COUPON_FORM,
        error: couponError,
      })}
      <button
        class="secondary"
        type="submit"
        form=${COUPON_FORM}
        aria-disabled=${isApplying ? 'true' : 'false'}
      >
        ${words.apply}
      </button>
    </div>
    ${couponFailure ? endpointFailure(couponFailure, state) : nothing}
    ${
      offers.length
        ? html`<ul>
            ${offers.map(
              ({code, description, summary}) =>
                html`<li>
                  <span lang=${shopLanguageOf(state) ?? nothing}
                    ><strong>${code}</strong> ${summary} <small>${description}</small></span
                  >
                  <button type="button" class="link" @click=${() => flow.coupons.apply(code)}>
                    ${fill(words.useCoupon, {code})}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
  `;
}
