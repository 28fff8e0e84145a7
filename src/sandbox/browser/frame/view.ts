import {html, nothing, type TemplateResult} from 'lit/html.js';
import {formatMoney} from '../../../wire/money.js';
import type {CheckoutFlow} from './flow/checkout-flow.js';
import {orderSummary} from './parts/order-summary.js';
import {addressScreen} from './screens/address-screen.js';
import {bankScreen, waitingScreen} from './screens/bank-screen.js';
import {contactScreen} from './screens/contact-screen.js';
import {leaveDialog} from './screens/leave-dialog.js';
import {loginScreen} from './screens/login-screen.js';
import {methodsScreen} from './screens/methods-screen.js';
import {shippingScreen} from './screens/shipping-screen.js';
import {
  amountOf,
  type Screen,
  shopLanguageOf,
  shopNameOf,
  type State,
  wordsOf,
} from './state/state.js';
import {fill} from './words/fill.js';

type ScreenView = (state: State, flow: CheckoutFlow) => TemplateResult;

const SCREENS: Readonly<Record<Exclude<Screen, 'closed'>, ScreenView>> = {
  contact: contactScreen,
  login: loginScreen,
  address: addressScreen,
  shipping: shippingScreen,
  methods: methodsScreen,
  bank: bankScreen,
  waiting: waitingScreen,
  success: successScreen,
};

/** The whole checkout in its present state. */
export function view(state: State, flow: CheckoutFlow): TemplateResult | typeof nothing {
  const {isLeaving, screen, secondsLeft, settings} = state;
  if (screen === 'closed' || !settings) return nothing;
  const words = wordsOf(state);
  const shopName = shopNameOf(state);
  const lang = shopLanguageOf(state) ?? nothing;
  return html`
    <div class="backdrop">
      <section class="sheet" role="dialog" aria-modal="true" aria-labelledby="business">
        <div class="panel" ?inert=${isLeaving}>
          <header class="brand">
            ${logo(settings.image, shopName)}
            <div class="names">
              <h1 id="business" lang=${settings.businessName ? lang : nothing}>${shopName}</h1>
              ${
                settings.description
                  ? html`<p lang=${lang}>${settings.description}</p>`
                  : html`<p>${words.secureCheckout}</p>`
              }
            </div>
          </header>
          ${orderSummary(state)}
          <p class="notice"><span class="badge">${words.testMode}</span> ${words.noMoneyMoves}</p>
          ${
            secondsLeft === undefined || screen === 'success'
              ? nothing
              : html`<p class="timer" role="timer">
                  ${words.closesIn} <strong>${minutesAndSeconds(secondsLeft)}</strong>
                </p>`
          }
        </div>
        <main class="step" data-step=${screen} ?inert=${isLeaving}>
          ${SCREENS[screen](state, flow)}
        </main>
        ${
          screen === 'success'
            ? nothing
            : html`<button
                class="close"
                type="button"
                aria-label=${words.close}
                ?inert=${isLeaving}
                @click=${() => flow.leaving.requestClose()}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
              </button>`
        }
        ${isLeaving ? leaveDialog(state, flow) : nothing}
      </section>
    </div>
  `;
}

function successScreen(state: State): TemplateResult {
  const {amount, currency} = amountOf(state);
  const words = wordsOf(state);
  const isCod = state.method === 'cod';
  const total = formatMoney(amount, currency);
  return html`
    <div class="center">
      <svg class="tick" viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r="30" />
        <path d="M20 33l8 8 17-18" />
      </svg>
      <h2 tabindex="-1">${isCod ? words.orderPlaced : words.paymentSuccessful}</h2>
      <p role="status">
        ${fill(isCod ? words.dueAtDoor : words.paidTo, {amount: total, name: shopNameOf(state)})}
      </p>
    </div>
  `;
}

const logo = (image: string, name: string): TemplateResult =>
  image
    ? html`<img class="logo" src=${image} alt="" />`
    : html`<span class="logo" aria-hidden="true">${name.trim().charAt(0).toUpperCase()}</span>`;

const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
