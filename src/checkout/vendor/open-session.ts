import type {
  AttemptError,
  PaymentResponse,
  RazorpayCheckout,
  RazorpayConstructor,
  RazorpayOptions,
} from '../../wire/page-script.js';
import {CheckoutError} from '../shell/checkout-error.js';
import {safeDocument} from '../shell/safe-document.js';
import {containers, snapshotPage} from './page-snapshot.js';

/** How long an open checkout may give no sign of life. */
const SILENCE_MS = 30_000;

/** What is told while the checkout lives, and of payments also afterwards. */
export interface SessionListener {
  /** Razorpay says that it was paid. It may come late, after any ending, and counts the same. */
  payment(response: PaymentResponse, isLate: boolean): void;
  /** One attempt failed. The shopper may try another way in the same checkout. */
  attemptFailed(error: AttemptError): void;
  /** A step of Magic Checkout's funnel, as Razorpay sent it: with personal data. */
  analytics(data: Readonly<Record<string, unknown>>): void;
}

/** How a checkout ended. After `payment` the response has gone to the listener. */
export type Ending =
  | {type: 'payment'}
  | {type: 'dismissed'; reason: 'closed' | 'timeout' | 'payment_failed'}
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
 * Opens the checkout: the one place that speaks Razorpay's callbacks.
 *
 * It ends once: by a payment, by the shopper, by an error of the vendor's script, or by silence (no
 * message from the frame, its loader still there and no focus in it for 30 seconds), and leaves a
 * page that scrolls. A failed attempt is no end.
 */
export function openSession(
  Razorpay: RazorpayConstructor,
  options: RazorpayOptions,
  listener: SessionListener,
): Session {
  const restore = snapshotPage();
  let end: (ending: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => {
    end = resolve;
  });
  const fail = (error: CheckoutError) => {
    end({type: 'failed', error});
    restore();
  };
  let checkout: RazorpayCheckout | undefined;
  /** From Pay to its result. Closing meanwhile would hide what becomes of money that moves. */
  let paying = false;
  let isOver = false;

  const endings: RazorpayOptions = {
    ...options,
    handler: (response) => {
      listener.payment(response, isOver);
      end({type: 'payment'});
    },
    modal: {
      ...options.modal,
      ondismiss: (reason) => {
        end({type: 'dismissed', reason: reasonOf(reason)});
      },
    },
  };
  try {
    checkout = new Razorpay(endings);
    checkout.on('payment.submit', () => {
      paying = true;
    });
    checkout.on('payment.failed', ({error}: {error: AttemptError}) => {
      paying = false;
      listener.attemptFailed(error);
    });
    checkout.on('fault.close', () => {
      fail(fault());
    });
    checkout.on('mx-analytics', (data: Readonly<Record<string, unknown>>) => {
      // Razorpay documents this step of the funnel, and not `payment.submit`, which may go.
      if (data.event === 'payment_initiated') paying = true;
      listener.analytics(data);
    });
    checkout.open();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    fail(
      new CheckoutError('checkout_failed', `Razorpay refused to open: ${message}.`, {cause: error}),
    );
  }
  nameFrame();
  const leave = (reason: 'closed' | 'timeout') => {
    end({type: 'dismissed', reason});
    checkout?.close();
    restore();
  };
  const unwatch = watchSilence(() => {
    fail(silent());
    checkout?.close();
  });
  const unwatchTimeout = watchTimeout(Number(options.timeout ?? 0), () => {
    if (!paying) leave('timeout');
  });
  void ended.then(() => {
    isOver = true;
    unwatch();
    unwatchTimeout();
  });
  return {
    ended,
    close: () => {
      if (paying) return false;
      checkout?.close();
      // A frame that never came does not answer: there is nothing to close but the page's own part.
      if (isLoading()) {
        end({type: 'dismissed', reason: 'closed'});
        restore();
      }
      return true;
    },
    paying: () => paying,
    leave: () => leave('closed'),
  };
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

/** Calls back when the frame has shown no sign of life; returns a function that stops watching. */
function watchSilence(onSilence: () => void): () => void {
  const frames = () => [
    ...safeDocument.querySelectorAll<HTMLIFrameElement>('.razorpay-checkout-frame'),
  ];
  const hear = ({source}: MessageEvent) => {
    if (frames().some((frame) => frame.contentWindow === source)) stop();
  };
  const check = () => {
    const focused = frames().some((frame) => frame === safeDocument.activeElement);
    if (isLoading() && !focused) {
      stop();
      onSilence();
    } else {
      timer = setTimeout(check, SILENCE_MS);
    }
  };
  const stop = () => {
    clearTimeout(timer);
    removeEventListener('message', hear);
  };
  let timer = setTimeout(check, SILENCE_MS);
  addEventListener('message', hear);
  return stop;
}

/** The vendor's loader stands until the frame has shown itself. */
const isLoading = () => safeDocument.querySelector('.razorpay-container .razorpay-loader') !== null;

/** The frame comes without a name; people who can't see it need one. */
function nameFrame(): void {
  for (const container of containers()) {
    const frame = container.querySelector('iframe');
    if (frame && !frame.title) frame.title = 'Razorpay Checkout';
  }
}

/** Razorpay says nothing for a close, `"timeout"`, or the error of a payment that may not be retried. */
function reasonOf(reason: unknown): 'closed' | 'timeout' | 'payment_failed' {
  if (reason === 'timeout') return 'timeout';
  return typeof reason === 'object' && reason !== null ? 'payment_failed' : 'closed';
}

const fault = () =>
  new CheckoutError(
    'checkout_fault',
    "Razorpay's checkout closed itself. Do key and order belong to the same account and mode, and does the account have a payment method?",
  );

const silent = () =>
  new CheckoutError(
    'checkout_silent',
    `Razorpay's checkout showed nothing for ${SILENCE_MS / 1000} s. Does a content security policy or a blocker keep out its frame?`,
    {retryable: true},
  );
