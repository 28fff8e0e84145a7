import {Hono} from 'hono';
import {ApiError, urlNotFound} from './api-error.js';
import type {Bank} from './bank.js';
import checkoutScript from './page/checkout.ts?classic';
import magicCheckoutScript from './page/magic-checkout.ts?classic';
import frameScript from './frame/frame.ts?classic';
import frameStyle from './frame/frame.css?raw';
import framePage from './frame/frame.html?raw';
import {frameApi} from './frame-api.js';
import {homePage} from './home-page.js';
import {restApi} from './rest.js';
import type {Store} from './store.js';

interface AppSettings {
  readonly store: Store;
  readonly bank: Bank;
  readonly keyId: string;
  readonly keySecret: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const FILES: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/v1/checkout.js': [SCRIPT, checkoutScript],
  '/v1/magic-checkout.js': [SCRIPT, magicCheckoutScript],
  '/v1/checkout/public': ['text/html; charset=utf-8', framePage],
  '/v1/checkout/frame.js': [SCRIPT, frameScript],
  '/v1/checkout/frame.css': ['text/css; charset=utf-8', frameStyle],
};

/** The frame loads nothing but its own; pictures of the merchant's goods may be anywhere. */
const POLICY =
  "default-src 'self'; img-src * data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action *";

/** Everything that the sandbox answers. */
export function sandboxApp(settings: AppSettings): Hono {
  const {store, keyId, keySecret} = settings;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('Content-Security-Policy', POLICY);
  });
  for (const [path, [type, text]] of Object.entries(FILES)) {
    app.get(path, (context) =>
      context.body(text, 200, {'Content-Type': type, 'Access-Control-Allow-Origin': '*'}),
    );
  }
  app.get('/', (context) => context.html(homePage(store, keyId)));
  app.route('/v1/checkout', frameApi(settings));
  app.route('/v1', restApi(store, keyId, keySecret));
  app.notFound((context) => context.json({error: urlNotFound().body}, 400));
  app.onError((error, context) => {
    if (error instanceof ApiError) return context.json({error: error.body}, error.status);
    console.error(error);
    return context.json({error: SERVER_ERROR}, 500);
  });
  return app;
}

const SERVER_ERROR = {
  code: 'SERVER_ERROR',
  description: 'The server encountered an error. The incident has been reported to admins.',
};
