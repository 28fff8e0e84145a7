// Renders the page on each request, gives out what is built of client.js, and has the endpoints.
import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {html, render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {Hono} from 'hono';
import {checkout} from '../server/checkout.js';
import './tea-shop.js';

const page = () =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Kettle &amp; Leaf</title>
        <script type="module" src="/client.js"></script>
      </head>
      <body>
        <tea-shop></tea-shop>
      </body>
    </html>`;

const app = new Hono();
app.all('/checkout/*', (context) => checkout.fetch(context.req.raw));
app.get('/', async (context) => context.html(await collectResult(render(page()))));
app.use(serveStatic({root: 'dist'}));
serve({fetch: app.fetch, hostname: 'localhost', port: Number(process.env.PORT ?? 3000)});
