import {html} from 'hono/html';
import type {Charge} from 'rzp-magic-button/server.js';
import type {Markup} from '../pages/markup.js';
import {actionForm} from './forms.js';
import type {Subscription} from './subscriptions.js';
import {STATUS_WORDS} from './words.js';

/** One that is over, below what can be subscribed to now. */
export const pastSubscription = ({mandate, plan, wish, charges}: Subscription): Markup => {
  const isEnding =
    wish === 'ended' && mandate.status !== 'cancelled' && mandate.status !== 'expired';
  const [badge, text] = STATUS_WORDS[isEnding ? 'cancelled' : mandate.status];
  return html`<section class="card past" aria-label="${plan.name}, ${badge}">
    <p>
      <strong class="badge" data-status="${mandate.status}">${badge}</strong>
      <strong>${plan.name}</strong>
    </p>
    <p class="text">${text}</p>
    ${
      isEnding
        ? html`<p class="small">Your bank is about to end the approval.</p>
            ${actionForm('cancel', mandate.id, 'Tell the bank again')}`
        : ''
    }
    <p class="small">Boxes that were paid for: ${1 + charges.filter(isCaptured).length}.</p>
  </section>`;
};

const isCaptured = ({status}: Charge): boolean => status === 'captured';
