import {html} from 'hono/html';
import type {Markup} from '../pages/markup.js';
import type {NextCharge} from './subscriptions.js';

/** Says which charge it is about, so that one that is pressed twice, or later, charges nothing else. */
export const chargeForm = (
  mandateId: string,
  {period, last}: Pick<NextCharge, 'period' | 'last'>,
  label: string,
  kind = '',
  more: Markup | '' = '',
): Markup =>
  html`<form class="charge" method="post" action="/subscription/charge">
    <input type="hidden" name="mandate" value="${mandateId}" />
    <input type="hidden" name="period" value="${period}" />
    <input type="hidden" name="attempt" value="${last?.attempt ?? 0}" />
    ${more}
    <button class="${kind}">${label}</button>
  </form>`;

/** What can be done about a subscription by one press. */
export const actionForm = (name: string, mandateId: string, label: string, kind = ''): Markup =>
  html`<form method="post" action="/subscription/${name}">
    <input type="hidden" name="mandate" value="${mandateId}" />
    <button class="${kind}">${label}</button>
  </form>`;
