import {dashboardPage} from '../../wire/endpoints/dashboard.js';
import {ENDPOINT_PATHS} from '../../wire/endpoints/paths.js';
import {WEBHOOK_EVENTS} from '../../wire/events.js';
import {ConfigError} from '../kit/config-error.js';

/**
 * The addresses to paste into Razorpay's dashboard, in the order of its fields, as plain texts and
 * for people by `String(urls)`. They hold the `endpointSecret`: print them where no stranger reads.
 *
 * @example
 * ```ts
 * import type {Checkout, DashboardUrls} from 'rzp-magic-button/server.js';
 *
 * declare const checkout: Checkout;
 *
 * const urls: DashboardUrls = checkout.urls('https://shop.example');
 * console.log(String(urls)); // field by field, as the dashboard asks for them
 * console.log(urls.webhook); // https://shop.example/checkout/webhook
 * ```
 */
export interface DashboardUrls {
  /** "URL for get promotions"; undefined where `createCheckout` has no `promotions`. */
  readonly promotions: string | undefined;
  /** "URL for apply promotions". */
  readonly applyPromotion: string | undefined;
  /** "URL for shipping info"; undefined where `createCheckout` has no `shipping`. */
  readonly shippingInfo: string | undefined;
  /** For the tag's `callback-url`; Razorpay must have its domain on the allow-list. */
  readonly callback: string;
  /** "Webhook URL". */
  readonly webhook: string;
  /** The events to tick. */
  readonly webhookEvents: readonly string[];
  toString(): string;
}

interface Mount {
  /** The shop's own, such as `https://shop.example`. */
  readonly origin: string;
  /** Where the endpoints are, without a slash at the end. */
  readonly base: string;
  readonly endpointSecret: string | undefined;
  readonly hasShipping: boolean;
  readonly hasPromotions: boolean;
}

/** Makes the list of addresses for the dashboard. Throws a `ConfigError` where the origin is none. */
export function dashboardUrls(mount: Mount): DashboardUrls {
  const {endpointSecret, hasShipping, hasPromotions} = mount;
  const root = `${checkOrigin(mount.origin)}${mount.base}`;
  const key = endpointSecret === undefined ? '' : `?key=${encodeURIComponent(endpointSecret)}`;
  const urls = {
    promotions: hasPromotions ? root + ENDPOINT_PATHS.listPromotions + key : undefined,
    applyPromotion: hasPromotions ? root + ENDPOINT_PATHS.applyPromotion + key : undefined,
    shippingInfo: hasShipping ? root + ENDPOINT_PATHS.shippingInfo + key : undefined,
    callback: root + ENDPOINT_PATHS.callback,
    webhook: root + ENDPOINT_PATHS.webhook,
    webhookEvents: WEBHOOK_EVENTS,
  };
  return {...urls, toString: () => dashboardPage(urls)};
}

function checkOrigin(origin: string): string {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`)
    throw new ConfigError(
      `urls() was called with "${origin}". Write the origin of your shop, such as "https://shop.example".`,
    );
  return url.origin;
}
