import {serveStatic} from '@hono/node-server/serve-static';
import {existsSync} from 'node:fs';
import {Hono} from 'hono';
import {relative} from 'node:path';
import {FAULT_TITLES} from '../situations/fault-titles.js';

/** Where the documentation is, beside the shop. */
export const DOCS_PATH = '/docs/';

export interface DocsSettings {
  /** Folder of the package: its `dist/site` is the documentation. */
  root: string;
  /** The sandbox's page script; Razorpay's own when it is left out. */
  scriptUrl?: string | undefined;
}

/** Whether it was built: `npm start` does, and a test that starts a shop alone does not. */
export const hasDocs = ({root}: DocsSettings): boolean => existsSync(`${root}/dist/site`);

/** Gives out the documentation, and says by what its buttons sell. */
export function addDocs(app: Hono, {root, scriptUrl}: DocsSettings): void {
  app.get('/docs', (context) => context.redirect(DOCS_PATH));
  app.get(`${DOCS_PATH}live.json`, (context) =>
    context.json({
      attributes: {
        'order-url': '/checkout/orders',
        'verify-url': '/checkout/verify',
        'status-url': '/checkout/status',
        'data-order-sku': 'assam',
        ...(scriptUrl && {'script-url': scriptUrl}),
      },
      faults: scriptUrl ? FAULT_TITLES : {},
    }),
  );
  // Not before there is one, which it would complain about.
  let site: Hono | undefined;
  app.get(`${DOCS_PATH}*`, (context) => {
    if (hasDocs({root})) return (site ??= filesOf(root)).fetch(context.req.raw);
    return context.text('`npm start` and `npm run docs` build the documentation.', 404);
  });
}

const filesOf = (root: string): Hono =>
  new Hono().use(
    serveStatic({
      root: relative(process.cwd(), `${root}/dist/site`) || '.',
      rewriteRequestPath: (path) => path.slice(DOCS_PATH.length - 1),
    }),
  );
