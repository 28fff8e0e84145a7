import {Hono} from 'hono/tiny';
import {csrf} from 'hono/csrf';
import {readContact} from '../account/attempt-request.js';
import type {Mandates} from '../account/mandates/mandates.js';
import type {PaymentProcessor} from '../account/payment-processor.js';
import type {Store} from '../account/store.js';
import {ApiError} from '../model/api-error.js';
import {MANDATE_DECLINED} from '../model/charge-failures.js';
import {formTexts} from '../runtime/form-texts.js';
import {linkPage} from './link-page.js';
import {qrPath} from './qr-code.js';
import {upiPage} from './upi-page.js';
import {readerOf} from './words/languages.js';

interface UpiAppSettings {
  readonly store: Store;
  readonly mandates: Mandates;
  readonly processor: PaymentProcessor;
}

/** Whose app it is, where nobody typed an address. */
const SHOPPER = {vpa: 'asha@okaxis', contact: '+919876543210', email: 'asha@example.com'};

/**
 * The shopper's UPI app, in which mandates are approved, paused, resumed and revoked, and the page
 * behind a registration link. Both are forms, so they need no script.
 */
export function upiApp(settings: UpiAppSettings): Hono {
  const {store, mandates} = settings;
  const app = new Hono();

  app.get('/upi', (context) =>
    context.html(
      upiPage(settings, {reader: readerOf(context), customerId: context.req.query('customer')}),
    ),
  );

  // The code that the checkout shows on a desktop, to be read with a phone.
  app.get('/upi/:id/qr.svg', (context) => {
    const payment = store.payment(context.req.param('id'));
    const {origin, search} = new URL(context.req.url);
    const {path, size} = qrPath(`${origin}/upi/${payment.id}${search}`);
    const edge = size + 8;
    return context.body(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${edge} ${edge}" shape-rendering="crispEdges"><path fill="#fff" d="M-4-4h${edge}v${edge}h-${edge}z"/><path d="${path}"/></svg>`,
      200,
      {'Content-Type': 'image/svg+xml'},
    );
  });

  app.get('/upi/:id', (context) =>
    context.html(
      upiPage(settings, {
        reader: readerOf(context),
        paymentId: store.payment(context.req.param('id')).id,
      }),
    ),
  );

  // Without this another site in the same browser could approve a mandate.
  app.post('/upi', csrf(), async (context) => {
    const form = await formTexts(context.req);
    const [action = '', id = ''] = [form?.get('action'), form?.get('id')];
    const act = ACTIONS[action as keyof typeof ACTIONS] as (typeof ACTIONS)['pause'] | undefined;
    if (!act) throw new ApiError('There is no such action in the UPI app.', {field: 'action'});
    act(settings, id);
    const link = form?.get('link');
    const path = link ? `/i/${encodeURIComponent(link)}` : '/upi';
    return context.redirect(path + readerOf(context).search, 303);
  });

  app.get('/i/:code', (context) => {
    const invoice = mandates.links.byCode(context.req.param('code'));
    return invoice ? context.html(linkPage(store, invoice, readerOf(context))) : context.notFound();
  });

  // Begins the payment, and leads into the app.
  app.post('/i/:code', csrf(), (context) => {
    const code = context.req.param('code');
    const invoice = mandates.links.byCode(code);
    if (!invoice) return context.notFound();
    const {contact = null, email = null} = invoice.customer_details;
    const payment = mandates.authorisations.begin({
      orderId: invoice.order_id,
      amount: invoice.amount,
      currency: invoice.currency,
      contact: readContact(contact ?? SHOPPER.contact),
      email: email ?? SHOPPER.email,
      description: invoice.description,
      notes: invoice.notes,
      instrument: {method: 'upi', vpa: SHOPPER.vpa},
      isRecurring: true,
    });
    return context.redirect(`/upi/${payment.id}${readerOf(context).search}`, 303);
  });
  return app;
}

/** What can be pressed in the app. */
const ACTIONS = {
  approve: ({processor}: UpiAppSettings, id: string) => void processor.approve(id),
  decline: ({processor}: UpiAppSettings, id: string) =>
    void processor.decline(id, MANDATE_DECLINED),
  pause: ({mandates}: UpiAppSettings, id: string) => void mandates.tokens.pause(id),
  resume: ({mandates}: UpiAppSettings, id: string) => void mandates.tokens.resume(id),
  revoke: ({mandates}: UpiAppSettings, id: string) => void mandates.tokens.revoke(id),
  'approve-debit': ({mandates}: UpiAppSettings, id: string) => mandates.charges.approve(id),
};
