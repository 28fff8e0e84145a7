// What the processes of a merchant have in common: a kit that speaks to the Razorpay of its scenario,
// on a port of its own.
import {serve} from '@hono/node-server';
import type {Server} from 'node:http';
import {
  createCheckout,
  RazorpayError,
  type Checkout,
  type CheckoutConfig,
} from '../../src/server.js';

/** What a shop finds in its first argument. */
export interface ShopSettings {
  readonly place: string;
  readonly port: number;
  /** Razorpay's address. */
  readonly url: string;
  readonly keyId: string;
  readonly keySecret: string;
  readonly webhookSecret: string;
}

/** Serves a shop, and keeps what it has to say of itself. */
export async function serveShop<Tables>(
  {keyId, keySecret, port, url, webhookSecret}: ShopSettings,
  config: Omit<CheckoutConfig<Tables>, 'basePath' | 'onError' | 'razorpay'>,
): Promise<{checkout: Checkout; complaints: readonly string[]}> {
  const complaints: string[] = [];
  const checkout = createCheckout<Tables>({
    ...config,
    razorpay: {keyId, keySecret, webhookSecret, baseUrl: url},
    onError: (error) => {
      // Razorpay is made to fail; all else is a fault of ours.
      if (!(error instanceof RazorpayError)) complaints.push(String(error));
    },
    basePath: '/checkout',
  });
  const server = serve({fetch: checkout.fetch, port, hostname: '127.0.0.1'}) as Server;
  await new Promise((resolve) => server.once('listening', resolve));
  return {checkout, complaints};
}
