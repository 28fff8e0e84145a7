import {html} from 'hono/html';
import type {Markup} from '../pages/markup.js';
import {rupees} from '../pages/rupees.js';
import {chargeForm} from './forms.js';
import {dayOf, periodName} from './periods.js';
import {BANK_REASONS, type SandboxControls} from './sandbox-controls.js';
import type {Subscription} from './subscriptions.js';

interface ShopPanelParts {
  controls: SandboxControls | undefined;
  /** In ms since 1970. */
  now: number;
}

/** What the shop does by a timer each day, to be done by hand; in a sandbox the days pass by hand too. */
export function shopPanel(
  {mandate, plan, next}: Subscription,
  {controls, now}: ShopPanelParts,
): Markup {
  const isDue = next !== undefined && next.dueAt <= now;
  const isOpen = next?.last !== undefined && !next.last.failure;
  return html`<section class="shop-panel" aria-labelledby="be-the-shop">
    <h2 id="be-the-shop">Be the shop</h2>
    <p class="text">
      Today is <strong id="today">${dayOf(now)}</strong>.
      ${
        next?.last?.failure
          ? html`The kit says: ${next.last.failure.message} Advice:
              <code>${next.last.failure.advice}</code>.`
          : 'A shop charges by a timer what is due; here you are the timer.'
      }
    </p>
    <div class="levers">
      ${
        next && isDue && !isOpen && mandate.status === 'confirmed'
          ? chargeForm(
              mandate.id,
              next,
              `Charge ${rupees(plan.price)} for ${periodName(next.period)}`,
              'main',
              controls && bankAnswer,
            )
          : ''
      }
      ${
        controls && next && !isDue
          ? passTime(mandate.id, controls, 'due', `Go on to ${dayOf(next.dueAt)}`)
          : ''
      }
      ${controls ? passTime(mandate.id, controls, 'day', 'Let a day pass') : ''}
    </div>
  </section>`;
}

const bankAnswer = html`<label
  >The bank's answer
  <select name="answer">
    <option value="">yes</option>
    ${BANK_REASONS.map((reason) => html`<option value="${reason}">no: ${reason}</option>`)}
  </select></label
>`;

/** Says how often time was passed before, so that two presses pass it once. */
const passTime = (
  mandateId: string,
  {moves}: SandboxControls,
  until: 'due' | 'day',
  label: string,
): Markup =>
  html`<form method="post" action="/subscription/pass-time">
    <input type="hidden" name="mandate" value="${mandateId}" />
    <input type="hidden" name="moves" value="${moves}" />
    <button name="until" value="${until}">${label}</button>
  </form>`;
