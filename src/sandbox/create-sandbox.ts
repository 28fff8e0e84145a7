import {serve, type ServerType} from '@hono/node-server';
import type {AddressInfo} from 'node:net';
import {sandboxApp} from './app.js';
import {Store} from './store.js';

export interface SandboxSettings {
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on. Other machines reach the sandbox only when it is not a loopback one. */
  readonly host?: string;
  readonly keyId?: string;
  readonly keySecret?: string;
  readonly webhookSecret?: string;
}

/** A running stand-in for Razorpay. No money moves, and nothing outlives it. */
export interface Sandbox {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Address of its Magic page script, for `script-url`. */
  readonly scriptUrl: string;
  readonly keyId: string;
  readonly keySecret: string;
  readonly webhookSecret: string;
  /** Stops listening and ends open connections. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in for Razorpay: the page scripts, the checkout that they open, and the REST API,
 * under the paths of the real ones. Rejects when the port is taken.
 */
export async function createSandbox(settings: SandboxSettings = {}): Promise<Sandbox> {
  const {
    port = 0,
    host = '127.0.0.1',
    keyId = 'rzp_test_Sandbox0000001',
    keySecret = 'sandbox_secret',
    webhookSecret = 'sandbox_webhook_secret',
  } = settings;
  const app = sandboxApp({store: new Store(), keyId, keySecret});
  const server = serve({fetch: app.fetch, port, hostname: host});
  const address = await listening(server);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  return {
    url,
    scriptUrl: `${url}/v1/magic-checkout.js`,
    keyId,
    keySecret,
    webhookSecret,
    close: () => close(server),
  };
}

const listening = (server: ServerType): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => resolve(server.address() as AddressInfo));
  });

const close = (server: ServerType): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
