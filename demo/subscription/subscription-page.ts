import {html, raw} from 'hono/html';
import {layout, SHOP_NAME} from '../pages/layout.js';
import type {Markup} from '../pages/markup.js';
import {rupees} from '../pages/rupees.js';
import {picture} from '../pages/shop-page.js';
import {actionForm, chargeForm} from './forms.js';
import {pastSubscription} from './past-subscription.js';
import {paymentHistory} from './payment-history.js';
import {dayOf, periodName} from './periods.js';
import {PLANS, type Plan} from './plans.js';
import {shopPanel} from './shop-panel.js';
import type {SandboxControls} from './sandbox-controls.js';
import {isOver, type NextCharge, type Subscription} from './subscriptions.js';
import type {Subscriber} from './tables.js';
import {FAILURE_WORDS, STATUS_WORDS} from './words.js';

export interface SubscriptionPageParts {
  /** Who is signed in. */
  subscriber: Subscriber | undefined;
  subscriptions: readonly Subscription[];
  controls: SandboxControls | undefined;
  /** What was refused, for the shopper. */
  notice: string;
  /** Whether Razorpay could not be asked. */
  isBehind: boolean;
  /** In ms since 1970. */
  now: number;
}

/**
 * Where a shopper subscribes, and follows what becomes of it; the UPI app beside it. While the page is
 * open its `data-live` parts are replaced when they change.
 */
export function subscriptionPage(parts: SubscriptionPageParts): Markup {
  const {subscriber, subscriptions, controls, notice, isBehind} = parts;
  const [current, ...earlier] = subscriptions;
  const isSubscribed = current !== undefined && !isOver(current);
  return layout({
    title: 'Tea subscription',
    scriptUrl: controls?.checkoutScriptUrl,
    current: '/subscription',
    main: html`
      <link rel="stylesheet" href="/subscription.css" />
      <div class="subscription ${controls ? 'with-phone' : ''}">
        ${controls ? TABS : ''}
        <div class="yours" id="yours">
          <p class="notice" id="notice" role="alert">${notice}</p>
          <p class="stale" id="behind" role="status" data-live>${isBehind ? BEHIND : ''}</p>
          <p class="stale" id="stale" role="status"></p>
          <div id="mine" data-live>
            ${isSubscribed ? subscribed(current, parts) : welcome(subscriber)}
          </div>
          <div id="offer" data-live="${offerKey(parts)}">${isSubscribed ? '' : offer(parts)}</div>
          <div id="panel" data-live>${isSubscribed ? shopPanel(current, parts) : ''}</div>
          <div id="past" data-live>
            ${(isSubscribed ? earlier : subscriptions).map(pastSubscription)}
          </div>
          <div id="account" data-live>${subscriber ? account(subscriber) : ''}</div>
        </div>
        ${controls ? phone(controls, subscriber) : ''}
      </div>
      <script type="module" src="/cdn/rzp-magic-button.js"></script>
    `,
  });
}

const BEHIND = 'We can not reach Razorpay just now. This is what we knew last; we keep asking.';

/** On a phone the page and the UPI app lie behind each other. */
const TABS = html`<div class="tabs" role="group" aria-label="What is shown">
  <button type="button" aria-pressed="true" aria-controls="yours">The shop</button>
  <button type="button" aria-pressed="false" aria-controls="phone">Your UPI app</button>
</div>`;

const phone = ({upiAppUrl}: SandboxControls, subscriber: Subscriber | undefined): Markup =>
  html`<aside class="phone" id="phone" aria-label="Your UPI app">
    <div class="glass" id="glass" data-live="${subscriber?.customer_id ?? ''}">
      ${
        subscriber
          ? html`<iframe
              title="UPI app"
              src="${upiAppUrl}?customer=${encodeURIComponent(subscriber.customer_id)}"
            ></iframe>`
          : html`<p>Your UPI app.<br />Whatever you approve in the shop appears here.</p>`
      }
    </div>
    <p class="caption">Your phone, played by the sandbox</p>
  </aside>`;

const welcome = (subscriber: Subscriber | undefined): Markup => html`
  <div class="hero">
    <h1>Tea that comes by itself</h1>
    <p class="text">
      Pick a box and approve it once in your UPI app. Pause it when you travel, end it when you
      like.
    </p>
    <ol class="stages" aria-label="How it works">
      <li class="${subscriber ? 'done' : 'here'}">Who you are</li>
      <li class="${subscriber ? 'here' : ''}">Your box</li>
      <li>Approve once</li>
    </ol>
  </div>
`;

/** The offer holds the button, so it is replaced only where it is another one. */
const offerKey = ({subscriber, subscriptions}: SubscriptionPageParts): string =>
  subscriptions.some((subscription) => !isOver(subscription))
    ? ''
    : [subscriber?.session ?? 'nobody', subscriptions.length, subscriber?.link_order_id ?? ''].join(
        ' ',
      );

function offer({subscriber, subscriptions, controls}: SubscriptionPageParts): Markup {
  if (!subscriber) return signIn(controls !== undefined);
  const chosen = PLANS.find(({isFavourite}) => isFavourite) ?? PLANS[0];
  return html`
    <form class="plans" id="plans" method="post" action="/subscription/link">
      <fieldset>
        <legend class="unseen">Your box</legend>
        ${PLANS.map((plan) => planCard(plan, plan === chosen))}
      </fieldset>
    </form>
    <div class="subscribe">
      <rzp-magic-button
        id="subscribe"
        size="large"
        recurring="1"
        order-url="/checkout/orders"
        verify-url="/checkout/verify"
        status-url="/checkout/status"
        business-name="${SHOP_NAME}"
        theme-color="#b45309"
        prefill-name="${subscriber.name}"
        prefill-contact="${subscriber.contact}"
        prefill-email="${subscriber.email}"
        data-order-plan="${chosen?.id ?? ''}"
        data-order-nth="${subscriptions.length + 1}"
        ${controls ? raw(`script-url="${controls.checkoutScriptUrl}"`) : ''}
        >Subscribe</rzp-magic-button
      >
      <p class="small" id="terms">${chosen ? terms(chosen) : ''}</p>
      ${
        subscriber.link_url === null
          ? html`<button class="quiet" form="plans">Send me a link instead</button>`
          : html`<p class="link" role="status">
              We have sent a link to ${subscriber.contact}.
              <a href="${subscriber.link_url}" target="_blank" rel="noopener">Open the link</a>
              and approve there; this page notices.
            </p>`
      }
    </div>
  `;
}

const planCard = (plan: Plan, isChosen: boolean): Markup => html`
  <label class="plan">
    <input
      type="radio"
      name="plan"
      value="${plan.id}"
      data-terms="${terms(plan)}"
      ${isChosen ? 'checked' : ''}
    />
    ${picture(plan.colours)}
    <span class="about">
      <strong>${plan.name}${plan.isFavourite ? html` <em>most loved</em>` : ''}</strong>
      <span>${plan.description}</span>
    </span>
    <span class="price"><b>${rupees(plan.price)}</b> ${plan.rhythm}</span>
  </label>
`;

const terms = ({price, rhythm, maxAmount}: Plan): string =>
  `${rupees(price)} today for the first box, then ${rupees(price)} ${rhythm}. You approve up to ${rupees(maxAmount)}, so that we need not ask again when a harvest costs more.`;

/** In a sandbox it is filled in: nobody is asked who they are to try a shop. */
const signIn = (isSandbox: boolean): Markup => html`
  <form class="card sign-in" method="post" action="/subscription/sign-in">
    <h2>Who drinks the tea?</h2>
    ${[
      ['name', 'Name', 'text', 'name', 'Asha Rao'],
      ['contact', 'Mobile number', 'tel', 'tel', '+91 90000 90000'],
      ['email', 'Email', 'email', 'email', 'asha@example.com'],
    ].map(
      ([name, label, type, autocomplete, sample]) =>
        html`<label
          >${label}
          <input
            name="${name}"
            type="${type}"
            autocomplete="${autocomplete}"
            required
            ${isSandbox ? raw(`value="${sample}"`) : ''}
        /></label>`,
    )}
    <button class="main">Go on</button>
  </form>
`;

function subscribed(subscription: Subscription, parts: SubscriptionPageParts): Markup {
  const {mandate, plan, wish, next} = subscription;
  const [badge, text] =
    wish === 'paused' && mandate.status === 'confirmed'
      ? ['Paused', 'No box, no payment, until you go on.']
      : STATUS_WORDS[mandate.status];
  return html`
    <section class="card membership" aria-labelledby="plan-name">
      <div class="head">
        ${picture(plan.colours)}
        <div>
          <strong
            class="badge ${mandate.status} ${wish}"
            id="mandate"
            data-mandate="${mandate.id}"
            data-status="${mandate.status}"
            >${badge}</strong
          >
          <h1 id="plan-name">${plan.name}</h1>
          <p class="price"><b>${rupees(plan.price)}</b> ${plan.rhythm}</p>
        </div>
      </div>
      <p class="text">${text}</p>
      ${next && mandate.status === 'confirmed' ? nextPayment(subscription, next, parts) : ''}
      <dl class="facts">
        ${fact('You approved', `up to ${rupees(mandate.maxAmount)} ${plan.rhythm}`)}
        ${fact('From', mandate.vpa)} ${fact('Until', mandate.expiresAt && dayOf(mandate.expiresAt))}
      </dl>
      <div class="choices">
        ${
          wish === 'paused'
            ? actionForm('resume', mandate.id, 'Go on', 'main')
            : mandate.status === 'confirmed'
              ? actionForm('pause', mandate.id, 'Pause')
              : ''
        }
        <details>
          <summary>End it…</summary>
          <p class="text">Your bank ends the approval, and nothing is charged any more.</p>
          ${actionForm('cancel', mandate.id, 'End my subscription', 'danger')}
        </details>
      </div>
    </section>
    ${paymentHistory(subscription)}
  `;
}

function nextPayment(
  {mandate, plan}: Subscription,
  {period, dueAt, last}: NextCharge,
  {now}: SubscriptionPageParts,
): Markup {
  const box = `The box of ${periodName(period)}`;
  if (last?.failure)
    return html`<div class="next failed" id="next" role="alert">
      <p><strong>${box} is not paid.</strong> <span>${FAILURE_WORDS[last.failure.reason]}</span></p>
      ${chargeForm(mandate.id, {period, last}, `Pay ${rupees(plan.price)} again`, 'main')}
      <p class="small">Why: <code>${last.failure.reason}</code></p>
    </div>`;
  if (last)
    return html`<div class="next" id="next">
      <p>
        <strong>${box} is being paid.</strong>
        <span
          >${
            last.needsApproval
              ? 'It is above ₹15,000: please approve it in your UPI app within a day.'
              : 'Your bank tells you first, and takes the money a day later.'
          }</span
        >
      </p>
    </div>`;
  return html`<div class="next" id="next">
    <p>
      <strong>${dueAt > now ? `Next payment on ${dayOf(dueAt)}` : `${box} is due`}</strong>
      <span>${rupees(plan.price)} for ${periodName(period)}</span>
    </p>
  </div>`;
}

const fact = (name: string, value: string | undefined): Markup | '' =>
  value
    ? html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`
    : '';

const account = ({name, contact}: Subscriber): Markup =>
  html`<form class="account" method="post" action="/subscription/sign-out">
    <span>${name}, ${contact}</span><button class="quiet">Sign out</button>
  </form>`;
