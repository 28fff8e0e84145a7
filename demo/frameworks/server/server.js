// One server for pages that are files once they are built: `node server.js ../react/dist`.
import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {checkout} from './checkout.js';

const [folder] = process.argv.slice(2);

const app = new Hono();
app.all('/checkout/*', (context) => checkout.fetch(context.req.raw));
app.use(serveStatic({root: folder}));
serve({fetch: app.fetch, hostname: 'localhost', port: Number(process.env.PORT ?? 3000)});
