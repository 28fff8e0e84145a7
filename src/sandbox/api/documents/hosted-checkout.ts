import type {Context} from 'hono';
import {Hono} from 'hono/tiny';
import {html, raw} from 'hono/html';
import {amountAsked} from '../../account/fit-payment.js';
import type {PaymentProcessor} from '../../account/payment-processor.js';
import type {Store} from '../../account/store.js';
import type {Faults} from '../../faults/faults.js';
import pageStyle from '../../look/page.css?inline';
import {ApiError, orderAlreadyPaid} from '../../model/api-error.js';
import {formTexts} from '../../runtime/form-texts.js';
import {frameDocument} from './frame-document.js';
import errorStyle from './hosted-error.css?inline';
import {readHostedForm, type HostedOptions} from './hosted-form.js';

interface HostedSettings {
  readonly store: Store;
  readonly processor: PaymentProcessor;
  readonly faults: Faults;
  readonly keyId: string;
}

/** The checkout for a page without a script: a form posts the options, the answer is the checkout. */
export function hostedCheckout(settings: HostedSettings): Hono {
  const app = new Hono();
  app.post('/checkout/embedded', async (context) => {
    const form = await formTexts(context.req);
    if (!form) return problemsPage(context, [NO_FORM]);
    const read = readHostedForm(form);
    if ('problems' in read) return problemsPage(context, read.problems);
    const problem = findMismatch(settings, read);
    if (problem) return problemsPage(context, [problem]);
    return frameDocument(context, settings.faults, read.options);
  });
  return app;
}

const NO_FORM =
  'The body is no form that can be read. Post it as application/x-www-form-urlencoded or multipart/form-data.';

/** What contradicts the account or the order, in the API's words. */
function findMismatch(
  {store, processor, keyId}: HostedSettings,
  form: Pick<HostedOptions, 'keyId' | 'orderId' | 'amount'>,
): string | undefined {
  if (form.keyId !== keyId) return `key_id is "${form.keyId}": The api key provided is invalid.`;
  try {
    const record = store.orderRecord(form.orderId);
    const amount = amountAsked(record);
    if (!processor.takesPayments(form.orderId)) throw orderAlreadyPaid();
    return form.amount === undefined || form.amount === amount
      ? undefined
      : `amount is ${form.amount}, and the order's is ${amount} (in the smallest unit of ${record.order.currency}).`;
  } catch (error) {
    if (error instanceof ApiError) return `order_id is "${form.orderId}": ${error.message}`;
    throw error;
  }
}

/** Tells the person who wrote the form what is wrong with it. */
const problemsPage = (context: Context, problems: readonly string[]) =>
  context.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>The checkout can't open</title>
          <style>
            ${raw(pageStyle)} ${raw(errorStyle)}
          </style>
        </head>
        <body>
          <main>
            <h1>The checkout can't open</h1>
            <p>The form that was posted to <code>/v1/checkout/embedded</code> needs a change:</p>
            <ul>
              ${problems.map((problem) => html`<li>${problem}</li>`)}
            </ul>
            <p class="notice">This is a sandbox. No money moves.</p>
          </main>
        </body>
      </html>`,
    400,
  );
