import type {
  AttemptError,
  PaymentResponse,
  RazorpayCheckout,
  RazorpayConstructor,
  RazorpayOptions,
} from '../../wire/page-script.js';
import type {CheckoutError} from '../shell/checkout-error.js';
import {safeDocument} from '../shell/safe-document.js';
import {refused} from '../words/refusal.js';
import type {Behind} from './behind.js';
import {Overlay} from './overlay.js';
import {PageSnapshot} from './page-snapshot.js';
import type {Speaking} from './slow-panel.js';

/** How long an open checkout may give no sign of life. */
const SILENCE_MS = 30_000;

/** What is told while the checkout lives, and of payments also afterwards. */
export interface SessionListener {
  /** Razorpay says that it was paid. It may come late, after any ending, and counts the same. */
  payment(response: PaymentResponse, isLate: boolean): void;
  /** The shopper has pressed Pay: from now on it may be paid. */
  pressed(): void;
  /** One attempt failed. The shopper may try another way in the same checkout. */
  attemptFailed(error: AttemptError): void;
  /** A step of Magic Checkout's funnel, as Razorpay sent it: with personal data. */
  analytics(data: Readonly<Record<string, unknown>>): void;
  /** What the shopper reads above a checkout that shows nothing; English unless there is another. */
  words?: Speaking['words'];
}

type DismissReason = 'closed' | 'timeout' | 'payment_failed';

/** How a checkout ended. After `payment` the response has gone to the listener. */
export type Ending =
  | {type: 'payment'}
  | {type: 'dismissed'; reason: DismissReason}
  | {type: 'failed'; error: CheckoutError};

/** An open checkout. */
export interface Session {
  ended: Promise<Ending>;
  /** Asks the checkout to close; refused (`false`) once a payment is on its way. */
  close(): boolean;
  /** Whether a payment is on its way. */
  paying(): boolean;
  /** Ends it whatever it is doing: the merchant's server knows more. */
  leave(): void;
}

/**
 * Fetches what sees to the page behind the checkout: a file of its own, because a checkout is right
 * without it too, where it does not come.
 */
export const loadBehind = () => import('./behind.js').catch(() => undefined);

/**
 * Opens the checkout: the one place that speaks Razorpay's callbacks.
 *
 * It ends once: by a payment, by the shopper, by an error of the vendor's script, by silence (no
 * word from the frame in the 30 seconds since it was opened), or because its frame
 * has left the page; and it leaves a page that scrolls. A failed attempt is no end.
 */
export function openSession(
  Razorpay: RazorpayConstructor,
  options: RazorpayOptions,
  listener: SessionListener,
): Session {
  const page = new PageSnapshot();
  const overlay = new Overlay();
  let checkout: RazorpayCheckout | undefined;
  /** From Pay to its result. Closing meanwhile would hide what becomes of money that moves. */
  let paying = false;
  /** Whether the frame has said anything. What else shows that it is there, each build does its way. */
  let isAlive = false;
  let isOver = false;
  let behind: Behind | undefined;
  let end: (ending: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => {
    end = (ending) => {
      isOver = true;
      behind?.lift();
      resolve(ending);
    };
  });
  /** Ends it where the vendor's script would leave the page as it is. */
  const abandon = (ending: Ending) => {
    end(ending);
    page.restore();
    overlay.hide();
  };
  /** Ends it where the script has closed; a checkout that was opened since has the page. */
  const finish = (ending: Ending) => {
    if (!isOver || !overlay.isShown) page.restoreOverflow();
    end(ending);
  };
  const hear = () => {
    isAlive = true;
    behind?.heard();
  };

  const endings: RazorpayOptions = {
    ...options,
    handler: (response) => {
      const isLate = isOver;
      // First, so that whoever hears of it has the page, and can take the focus back.
      finish({type: 'payment'});
      listener.payment(response, isLate);
    },
    modal: {
      ...options.modal,
      ondismiss: (reason) => finish(dismissed(reasonOf(reason))),
    },
  };
  let refusal: CheckoutError | undefined;
  try {
    overlay.attach(Razorpay);
    checkout = new Razorpay(endings);
    checkout.on('render', hear);
    const pressed = () => {
      hear();
      paying = true;
      listener.pressed();
    };
    checkout.on('payment.submit', pressed);
    checkout.on('payment.failed', ({error}: {error: AttemptError}) => {
      hear();
      paying = false;
      listener.attemptFailed(error);
    });
    checkout.on('fault.close', () => abandon({type: 'failed', error: fault()}));
    checkout.on('mx-analytics', (data: Readonly<Record<string, unknown>>) => {
      hear();
      // Razorpay documents this step of the funnel, and not `payment.submit`, which may go.
      if (data.event === 'payment_initiated') pressed();
      listener.analytics(data);
    });
    checkout.open();
  } catch (error) {
    refusal = refusedBy(error);
  }
  page.noteAdded();
  overlay.opened(Razorpay);
  if (refusal) abandon({type: 'failed', error: refusal});

  const leave = (reason?: DismissReason) => {
    abandon(dismissed(reason));
    checkout?.close();
  };
  const silence = setTimeout(() => {
    // A focus in the frame says nothing: a frame that broke can be tapped as well.
    if (isAlive) return;
    abandon({type: 'failed', error: silent()});
    checkout?.close();
  }, SILENCE_MS);
  const watches = [
    overlay.listen(hear),
    () => clearTimeout(silence),
    watchTimeout(Number(options.timeout), () => {
      if (!paying) leave('timeout');
    }),
    overlay.watchLeaving(
      () => abandon(dismissed()),
      () => paying,
    ),
  ];
  void ended.then(() => {
    overlay.lower();
    for (const stop of watches) stop();
  });
  const session: Session = {
    ended,
    close: () => {
      if (paying) return false;
      // A frame that has spoken and does not answer is asking the shopper. One that never came does
      // not answer either: there is nothing to close but the page's own part.
      if (!isAlive) abandon(dismissed());
      checkout?.close();
      return true;
    },
    paying: () => paying,
    leave: () => leave(),
  };
  void loadBehind().then((code) => {
    if (!isOver) behind = code?.coverPage(overlay, session, isAlive, listener);
  });
  return session;
}

/**
 * Calls back when the page comes into view after the checkout's time is over. The vendor's script
 * counts it with a timer, which a browser may stop while the page is in the background. Returns a
 * function that stops watching.
 */
function watchTimeout(seconds: number, onTimeout: () => void): () => void {
  const deadline = Date.now() + seconds * 1000;
  const look = () => {
    if (seconds && safeDocument.visibilityState === 'visible' && Date.now() > deadline) onTimeout();
  };
  safeDocument.addEventListener('visibilitychange', look);
  return () => safeDocument.removeEventListener('visibilitychange', look);
}

/** Razorpay says nothing for a close, `"timeout"`, or the error of a payment that may not be retried. */
function reasonOf(reason: unknown): DismissReason {
  if (reason === 'timeout') return reason;
  return Object(reason) === reason ? 'payment_failed' : 'closed';
}

const dismissed = (reason: DismissReason = 'closed'): Ending => ({type: 'dismissed', reason});

function refusedBy(cause: unknown): CheckoutError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return refused(['notOpened', message], {code: 'checkout_failed', cause});
}

const fault = () => refused(['fault'], {code: 'checkout_fault'});

const silent = () =>
  refused(['silent', SILENCE_MS / 1000], {code: 'checkout_silent', retryable: true});
