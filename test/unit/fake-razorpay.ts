import type {
  AttemptError,
  PaymentResponse,
  RazorpayConstructor,
  RazorpayOptions,
} from '../../src/wire/razorpay.js';
import {PAYMENT} from './order-samples.js';

export const DECLINED: AttemptError = {code: 'BAD_REQUEST_ERROR', description: 'Declined.'};

/** The vendor's script in a test: told how the shopper behaves, with the script's unkind habits. */
export interface FakeRazorpay {
  Razorpay: RazorpayConstructor;
  /** What the shopper does once the checkout is open. */
  onOpen: (checkout: FakeCheckout) => void;
  /** Where the script throws. */
  throwIn?: 'constructor' | 'open';
  /** Each checkout that was made, in order. */
  checkouts: FakeCheckout[];
  container: HTMLElement;
  frame: HTMLIFrameElement;
}

export interface FakeCheckout {
  options: RazorpayOptions;
  /** How often the page asked for a close. */
  closes: number;
  /** The frame shows itself: its loader goes, a message comes. */
  render(): void;
  /** The shopper presses Pay. */
  submit(): void;
  decline(error?: AttemptError): void;
  /** The payment succeeds: the overlay goes, the handler hears of it 200 ms later. */
  pay(response?: PaymentResponse): void;
  /** The overlay goes; `ondismiss` hears of it a task later. */
  dismiss(reason?: unknown): void;
  /** The frame can not go on: a wrong key or order. */
  fault(): void;
  analytics(data: object): void;
}

const META = 'meta[name="viewport"], meta[name="theme-color"]';

export function fakeRazorpay(): FakeRazorpay {
  const container = document.createElement('div');
  container.className = 'razorpay-container';
  container.style.cssText = 'position: fixed; display: none;';
  const frame = document.createElement('iframe');
  frame.className = 'razorpay-checkout-frame';
  container.append(frame);
  document.body.append(container);
  const loader = document.createElement('div');
  loader.className = 'razorpay-loader';
  const own = ['viewport', 'theme-color'].map((name) => {
    const meta = document.createElement('meta');
    meta.name = name;
    return meta;
  });
  let overflow = '';
  let metas: Element[] = [];

  const fake: FakeRazorpay = {
    Razorpay: class implements FakeCheckout {
      readonly options: RazorpayOptions;
      readonly #listeners: Record<string, ((payload: never) => void)[]> = {};
      closes = 0;

      constructor(options: RazorpayOptions) {
        if (fake.throwIn === 'constructor') throw new Error('Invalid options');
        this.options = options;
        // The script's own habit: it changes what it is given.
        if (options.retry) options.retry = true;
        fake.checkouts.push(this);
      }

      on(event: string, listener: (payload: never) => void) {
        (this.#listeners[event] ??= []).push(listener);
        return this;
      }

      #emit(event: string, payload?: unknown) {
        for (const listener of this.#listeners[event] ?? []) listener(payload as never);
      }

      open() {
        overflow = document.body.style.overflow;
        document.body.style.overflow = 'hidden';
        metas = [...document.head.querySelectorAll(META)];
        for (const meta of metas) meta.remove();
        document.head.append(...own);
        container.append(loader);
        container.style.display = 'block';
        if (fake.throwIn === 'open') throw new Error('No container');
        setTimeout(() => fake.onOpen(this));
        return this;
      }

      /** The frame answers, if it ever came. */
      close() {
        this.closes++;
        if (!loader.isConnected) this.dismiss();
      }

      render() {
        loader.remove();
        dispatchEvent(new MessageEvent('message', {source: frame.contentWindow}));
      }

      submit() {
        this.#emit('payment.submit', {method: 'upi'});
      }

      decline(error = DECLINED) {
        this.#emit('payment.failed', {error});
      }

      pay(response = {...PAYMENT}) {
        this.#hide();
        setTimeout(() => this.options.handler?.(response), 200);
      }

      dismiss(reason?: unknown) {
        this.#hide();
        setTimeout(() => this.options.modal?.ondismiss?.(reason));
      }

      fault() {
        this.#emit('fault.close');
        this.#hide();
      }

      analytics(data: object) {
        this.#emit('mx-analytics', data);
      }

      #hide() {
        container.style.display = 'none';
        document.body.style.overflow = overflow;
        for (const meta of own) meta.remove();
        document.head.append(...metas);
      }
    },
    onOpen: (checkout) => checkout.render(),
    checkouts: [],
    container,
    frame,
  };
  fakes.push(fake);
  return fake;
}

const fakes: FakeRazorpay[] = [];

afterEach(() => {
  for (const {container} of fakes.splice(0)) container.remove();
  document.body.style.overflow = '';
});
