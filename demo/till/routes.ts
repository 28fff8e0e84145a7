import {Hono, type Context} from 'hono';
import {csrf} from 'hono/csrf';
import type {Cashiers} from './cashiers.js';
import {receiptPage} from './receipt-page.js';
import type {PaidSale, Sales} from './sales.js';
import {cashierPage, tillPage} from './till-page.js';
import {REFUND_WORDS} from './words.js';

interface RoutesParts {
  cashiers: Cashiers;
  sales: Sales;
  /** Where the sandbox plays the devices; the id of one follows after a slash. */
  devicePageUrl: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MAX_EMAIL = 254;

/** The till and what can be pressed on it. Each route but the sign-in asks who is at the till. */
export function tillRoutes({cashiers, sales, devicePageUrl}: RoutesParts): Hono {
  const app = new Hono();
  app.use('/till/*', csrf());

  const back = (context: Context) => context.redirect('/till', 303);

  const show = async (context: Context, cashier: string, notice = '') => {
    context.header('Cache-Control', 'no-store');
    return context.html(tillPage({cashier, sales: await sales.last(), notice, devicePageUrl}));
  };

  app.get('/till', async (context) => {
    const cashier = await cashiers.of(context.req.raw);
    return cashier ? show(context, cashier.name) : context.html(cashierPage());
  });
  app.post('/till/sign-in', async (context) => {
    const {cashier} = await context.req.parseBody();
    if (typeof cashier === 'string') await cashiers.signIn(context, cashier);
    return back(context);
  });
  app.post('/till/sign-out', async (context) => {
    await cashiers.signOut(context);
    return back(context);
  });

  /** A form about a sale. What is to be said of it stands on the till. */
  const onSale = (path: string, act: (sale: PaidSale, email: string) => Promise<string>) =>
    app.post(path, async (context) => {
      const cashier = await cashiers.of(context.req.raw);
      if (!cashier) return back(context);
      const {order, email} = await context.req.parseBody();
      const sale = typeof order === 'string' ? await sales.find(order) : undefined;
      const notice = sale
        ? await act(sale, typeof email === 'string' ? email.trim() : '')
        : 'There is no such sale.';
      return show(context, cashier.name, notice);
    });

  onSale('/till/refund', async (sale) => REFUND_WORDS[await sales.refund(sale)]);
  onSale('/till/receipt', async (sale, email) => {
    if (!EMAIL.test(email) || email.length > MAX_EMAIL)
      return 'Please write an email address, such as asha@example.com.';
    await sales.sendReceipt(sale, email);
    return `The receipt of bill ${sale.number} went to ${email}. (This demo sends nothing.)`;
  });

  app.get('/till/receipt', async (context) => {
    const cashier = await cashiers.of(context.req.raw);
    const sale = cashier && (await sales.find(context.req.query('order_id') ?? ''));
    if (!sale) return back(context);
    context.header('Cache-Control', 'no-store');
    return context.html(receiptPage(sale));
  });
  return app;
}
