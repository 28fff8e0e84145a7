import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {sandboxControls} from './subscription/sandbox-controls.js';
import {startShop, type Shop, type ShopSettings} from './start-shop.js';

/** With it the sandbox signs what it asks the shop, as Razorpay does where one is registered. */
const SIGNATURE_SECRET = 'sandbox_signature_secret';

type SandboxedShopSettings = Pick<ShopSettings, 'port' | 'host' | 'root' | 'file' | 'delivers'>;

/** Starts the shop, paid through a sandbox, which learns the shop's endpoints for Magic Checkout. */
export async function startSandboxedShop(
  sandbox: Sandbox,
  settings: SandboxedShopSettings,
): Promise<Shop> {
  const {keyId, keySecret, webhookSecret, url, scriptUrl} = sandbox;
  const shop = await startShop({
    ...settings,
    scriptUrl,
    dashboard: sandbox,
    controls: sandboxControls(sandbox),
    till: {gateways: {wired: url, wireless: url}, devicePageUrl: `${url}/device`},
    razorpay: {keyId, keySecret, webhookSecret, signatureSecret: SIGNATURE_SECRET, baseUrl: url},
  });
  if (settings.delivers) {
    Object.assign(sandbox.merchant, {
      shippingInfoUrl: `${shop.url}/checkout/shipping-info`,
      promotionsUrl: `${shop.url}/checkout/promotions`,
      applyPromotionUrl: `${shop.url}/checkout/promotions/apply`,
      signatureSecret: SIGNATURE_SECRET,
    });
  }
  return shop;
}
