import {dashboardPage} from '../wire/endpoints/dashboard.js';
import {ENDPOINT_PATHS} from '../wire/endpoints/paths.js';
import {WEBHOOK_EVENTS} from '../wire/events.js';
import type {Look} from './model/finding.js';

/** What to enter in the dashboard for a kit, without what it was seen not to offer. */
export function dashboardOf(base: string, looks: readonly Look[], hasKey: boolean): string {
  const key = hasKey ? '?key=…your endpointSecret' : '';
  const isOffered = (title: string) =>
    !looks.some(
      (look) => look.title === title && look.findings.some(({verdict}) => verdict === 'absent'),
    );
  const magic = (title: string, path: string) => (isOffered(title) ? base + path + key : undefined);
  return dashboardPage({
    promotions: magic('get promotions', ENDPOINT_PATHS.listPromotions),
    applyPromotion: magic('apply promotions', ENDPOINT_PATHS.applyPromotion),
    shippingInfo: magic('shipping info', ENDPOINT_PATHS.shippingInfo),
    callback: base + ENDPOINT_PATHS.callback,
    webhook: base + ENDPOINT_PATHS.webhook,
    webhookEvents: WEBHOOK_EVENTS,
  });
}
