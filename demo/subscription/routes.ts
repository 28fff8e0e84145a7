import {Hono, type Context} from 'hono';
import {csrf} from 'hono/csrf';
import {MandateError, RazorpayError, type Checkout} from 'rzp-magic-button/server.js';
import {planOf} from './plans.js';
import {isBankReason, type SandboxControls} from './sandbox-controls.js';
import type {Subscribers} from './subscribers.js';
import {subscriptionPage} from './subscription-page.js';
import type {Subscription, Subscriptions} from './subscriptions.js';
import type {Subscriber} from './tables.js';
import {REFUSAL_WORDS} from './words.js';

interface RoutesParts {
  checkout: Checkout;
  subscribers: Subscribers;
  subscriptions: Subscriptions;
  now: () => number;
  /** Where a sandbox stands in for Razorpay. */
  controls: SandboxControls | undefined;
}

type Texts = Readonly<Record<string, string>>;

/** What the page says beside what it always does. */
interface Shown {
  notice?: string;
  isBehind?: boolean;
  status?: 200 | 400 | 503;
}

/**
 * The page of the subscription and what can be pressed on it. Each route asks who is signed in and
 * touches only what is theirs: the kit's mandates are functions, and who may call them says the shop.
 */
export function subscriptionRoutes(parts: RoutesParts): Hono {
  const {checkout, subscribers, subscriptions, now, controls} = parts;
  const app = new Hono();

  const show = async (
    context: Context,
    {notice = '', isBehind = false, status = 200}: Shown = {},
  ) => {
    const subscriber = await subscribers.of(context.req.raw);
    const all = subscriber ? await subscriptions.of(subscriber.customer_id) : [];
    context.header('Cache-Control', 'no-store');
    return context.html(
      subscriptionPage({
        subscriber,
        subscriptions: all,
        controls,
        notice,
        isBehind,
        now: now(),
      }),
      status,
    );
  };
  const back = (context: Context) => context.redirect('/subscription', 303);

  /** A form of who is signed in. A text that `act` gives is said on the page, and what is refused too. */
  const onPost = (
    path: string,
    act: (asked: {subscriber: Subscriber; form: Texts; context: Context}) => Promise<unknown>,
  ) =>
    app.post(`/subscription/${path}`, csrf(), async (context) => {
      const subscriber = await subscribers.of(context.req.raw);
      if (!subscriber) return back(context);
      try {
        const form = textsOf(await context.req.parseBody());
        const notice = await act({subscriber, form, context});
        return typeof notice === 'string'
          ? await show(context, {notice, status: 400})
          : back(context);
      } catch (error) {
        return await refuse(context, error);
      }
    });
  const refuse = (context: Context, error: unknown) => {
    if (error instanceof MandateError)
      return show(context, {notice: REFUSAL_WORDS[error.code], status: 400});
    if (error instanceof RazorpayError)
      return show(context, {notice: noticeOf(error), status: 503});
    throw error;
  };

  /** A form about a subscription, which is the shopper's own. */
  const onOwn = (
    path: string,
    act: (subscription: Subscription, form: Texts) => Promise<unknown>,
  ) =>
    onPost(path, async ({subscriber, form}) => {
      const own = await subscriptions.find(subscriber.customer_id, form.mandate ?? '');
      return own ? act(own, form) : REFUSAL_WORDS.not_found;
    });

  app.get('/subscription', async (context) => {
    const subscriber = await subscribers.of(context.req.raw);
    if (!subscriber) return show(context);
    return show(context, {isBehind: !(await catchUp(subscriber, context.req.url))});
  });

  /**
   * Asks Razorpay what no webhook has told: a link that was approved, a mandate, a charge. False where
   * Razorpay can not be asked.
   */
  const catchUp = async (subscriber: Subscriber, url: string): Promise<boolean> => {
    const {session, customer_id: customerId, link_order_id: order} = subscriber;
    const address = new URL(`/checkout/status?order_id=${order ?? ''}`, url);
    const told = order === null ? undefined : await checkout.status(new Request(address));
    const all = await subscriptions.of(customerId);
    if (all.some(({mandate}) => mandate.orderId === order))
      await subscribers.enterLink(session, undefined);
    try {
      await Promise.all(all.map((subscription) => subscriptions.refresh(subscription)));
      return !told || told.status < 500;
    } catch (error) {
      if (error instanceof RazorpayError) return false;
      throw error;
    }
  };

  app.post('/subscription/sign-in', csrf(), async (context) => {
    const {name = '', contact = '', email = ''} = textsOf(await context.req.parseBody());
    try {
      const who = {name: name.trim(), contact: contact.replace(/\s/g, ''), email: email.trim()};
      const {id} = await checkout.mandates.customers.create(who);
      await subscribers.signIn(context, {...who, customer_id: id});
      return back(context);
    } catch (error) {
      const field = error instanceof MandateError ? error.field : undefined;
      const notice = field === undefined ? undefined : FIELD_WORDS[field];
      return notice === undefined ? refuse(context, error) : show(context, {notice, status: 400});
    }
  });
  app.post('/subscription/sign-out', csrf(), async (context) => {
    await subscribers.signOut(context);
    return back(context);
  });

  onPost('link', async ({subscriber, form}) => {
    const plan = planOf(form.plan);
    if (!plan) return 'Choose a box first.';
    const link = await subscriptions.createLink(subscriber, plan);
    return subscribers.enterLink(subscriber.session, link);
  });
  onOwn('pause', (own) => subscriptions.pause(own));
  onOwn('resume', (own) => subscriptions.resume(own));
  onOwn('cancel', (own) => subscriptions.cancel(own));
  onOwn('charge', (own, {period = '', attempt, answer}) => {
    // Only a sandbox's bank can be told what to say.
    if (answer !== undefined) controls?.answerNextDebit(isBankReason(answer) ? answer : undefined);
    return subscriptions.charge(own, {period, attempt: Number(attempt)});
  });

  // Where a sandbox stands in for Razorpay a person may pass the time.
  onOwn('pass-time', async ({next}, {moves, until}) => {
    if (Number(moves) !== controls?.moves) return;
    const seconds = until === 'due' && next ? (next.dueAt - now()) / 1000 : DEBIT_TAKES_SECONDS;
    if (seconds > 0) await controls.passTime(Math.ceil(seconds));
  });
  return app;
}

/** Razorpay tells the shopper first, and debits 25 hours after. */
const DEBIT_TAKES_SECONDS = 26 * 3_600;

const noticeOf = ({code}: RazorpayError): string =>
  code === 'refused' || code === 'not_found'
    ? 'Razorpay would not do that. Nothing was charged.'
    : 'We can not reach Razorpay just now. Nothing is charged twice: please try again in a moment.';

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'Please write your name, with 3 to 50 letters.',
  contact: 'Please write your mobile number, with 8 to 15 digits.',
  email: 'Please write your email address.',
};

/** The texts of a form; files are none. */
const textsOf = (body: Readonly<Record<string, unknown>>): Texts =>
  Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
