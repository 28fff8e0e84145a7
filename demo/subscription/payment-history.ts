import {html} from 'hono/html';
import type {Charge} from 'rzp-magic-button/server.js';
import type {Markup} from '../pages/markup.js';
import {rupees} from '../pages/rupees.js';
import {dayOf, periodName} from './periods.js';
import type {Subscription} from './subscriptions.js';
import {FAILURE_WORDS} from './words.js';

/** All payments of a subscription, the newest first; the first box was paid with the approval. */
export const paymentHistory = ({
  mandate,
  plan,
  firstRefunded,
  charges,
}: Subscription): Markup => html`
  <section class="payments" aria-labelledby="payments">
    <h2 id="payments">Your payments</h2>
    <ol class="card" id="charges">
      ${charges.map(chargeEntry)}
      <li class="captured">
        <span><strong>First box</strong><small>${dayOf(mandate.createdAt)}</small></span>
        <span class="sum"
          >${rupees(plan.price)}<small>${paidWord(plan.price, firstRefunded)}</small></span
        >
      </li>
    </ol>
  </section>
`;

const CHARGE_WORDS: Readonly<Record<Exclude<Charge['status'], 'captured'>, string>> = {
  created: 'On its way',
  pending: 'On its way',
  failed: 'Not paid',
};

/** What became of money that was paid. */
function paidWord(amount: number, refunded: number): string {
  if (refunded === 0) return 'Paid';
  return refunded < amount ? `Paid, ${rupees(refunded)} given back` : 'Given back';
}

const chargeEntry = ({period, attempt, status, amount, failure, ...charge}: Charge): Markup =>
  html`<li
    class="${status}"
    data-period="${period}"
    data-attempt="${attempt}"
    data-reason="${failure?.reason ?? ''}"
  >
    <span>
      <strong>${periodName(period)}${attempt > 1 ? html` <em>try ${attempt}</em>` : ''}</strong>
      <small>${failure ? FAILURE_WORDS[failure.reason] : dayOf(charge.updatedAt)}</small>
    </span>
    <span class="sum"
      >${rupees(amount)}<small
        >${status === 'captured' ? paidWord(amount, charge.amountRefunded) : CHARGE_WORDS[status]}</small
      ></span
    >
  </li>`;
