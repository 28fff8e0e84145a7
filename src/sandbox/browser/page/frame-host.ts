import {frameUrl, type PageConfig} from './config.js';
import type {FramedCheckout} from './framed-checkout.js';
import {isObject, type OptionValues} from './options.js';
import {fitHeight, scrollToCheckout} from './document/fit-window.js';
import {createIframe, Overlay} from './document/overlay.js';
import {isIphone, PageLock} from './document/page-lock.js';
import {postedOptions} from './posted-options.js';
import {scriptTiming} from './document/script-timing.js';
import {toGoogle, toMeta, toMoengage} from './document/shop-analytics.js';
import {failureFields, isRedirectAgent, submitForm, type Redirect} from './document/redirect.js';
import {resolveParent} from './validate.js';

type Data = OptionValues | undefined;

/** The page is unlocked first, and the handler called so much later. */
const HANDLER_DELAY_MS = 200;

/**
 * The one iframe of this copy of the script, and the messages to and from it. It serves the
 * instance that was opened last; one that was opened before gets no further events.
 */
export class FrameHost {
  readonly #overlay = new Overlay();
  readonly #config: PageConfig;
  readonly #isMagic: boolean;
  readonly #script: HTMLScriptElement | null;
  #lock: PageLock | undefined;
  #isAttached = false;
  #iframe: HTMLIFrameElement | undefined;
  #instance: FramedCheckout | undefined;
  #isEmbedded = false;
  /** Each removes a listener of the page; null while no checkout is open. */
  #listeners: (() => void)[] | null = null;

  constructor(config: PageConfig, isMagic: boolean, script: HTMLScriptElement | null) {
    this.#config = config;
    this.#isMagic = isMagic;
    this.#script = script;
  }

  /** Puts the container into the page and starts to load the frame, long before it is opened. */
  preload(): void {
    this.#attach();
    if (location.host !== 'localhost') this.#iframe ??= this.#createFrame();
  }

  open(instance: FramedCheckout): void {
    // `preload` has not run yet when a script in the head opens at once.
    this.#attach();
    const iframe = (this.#iframe ??= this.#createFrame());
    const embeddedIn = resolveParent(instance.get('parent'));
    const parent = embeddedIn ?? this.#overlay.container;
    this.#overlay.showLoader(parent, embeddedIn !== null);
    if (instance !== this.#instance) {
      if (iframe.parentNode !== parent) parent.append(iframe);
      this.#instance = instance;
    }
    if (embeddedIn) {
      iframe.style.minHeight = '530px';
      this.#isEmbedded = true;
    } else {
      this.#overlay.show(
        instance.text('theme.backdrop_color'),
        instance.text('key').startsWith('rzp_t'),
      );
      this.#lock?.lock(instance.text('theme.color'));
    }
    this.#bind();
    this.#postOpen();
    if (iframe.contentWindow) return;
    this.#close();
    this.#overlay.hide();
    alert('This browser is not supported.\nPlease try payment in another browser.');
  }

  /** JSON drops the functions among the options. */
  post(event: string, message: OptionValues = {}): void {
    const json = JSON.stringify({...message, event, id: this.#instance?.id});
    this.#iframe?.contentWindow?.postMessage(json, '*');
  }

  /** Once only: a page that takes the container out, or gets another body, has lost it. */
  #attach(): void {
    if (this.#isAttached) return;
    this.#isAttached = true;
    document.body.append(this.#overlay.container);
  }

  #createFrame(): HTMLIFrameElement {
    const iframe = createIframe(frameUrl(this.#config, this.#isMagic));
    addEventListener('message', (event) => this.#receive(event));
    this.#lock = new PageLock();
    this.#overlay.container.append(iframe);
    return iframe;
  }

  #receive({data: message, origin, source}: MessageEvent<unknown>): void {
    const {event, source: from, data} = parse(message);
    if (from !== 'frame' || !this.#iframe || source !== this.#iframe.contentWindow) return;
    if (!this.#config.api.startsWith(origin) && !/.*[.]razorpay.(com|in)$/.test(origin)) return;
    const handler = this.#handlers[String(event)];
    if (!handler) throw new TypeError(`this["on${String(event)}"] is not a function`);
    handler(data as Data);
  }

  readonly #handlers: Record<string, ((data: Data) => void) | undefined> = {
    load: () => {
      if (this.#instance) this.#postOpen();
    },
    preferenceLoad: () => undefined,
    render: () => {
      this.#overlay.removeLoader();
      this.#instance?.emit('render');
    },
    event: (data) => {
      this.#instance?.emit(String(data?.event), data?.data);
    },
    submit: (data) => {
      this.#handOver(data);
      this.#instance?.emit('payment.submit', {method: data?.method});
    },
    redirect: (data) => {
      const redirect = data as unknown as Redirect;
      submitForm({...redirect, target: redirect.target || this.#target});
    },
    dismiss: (reason) => this.#dismiss(reason),
    hidden: () => this.#hidden(),
    complete: (response) => this.#complete(response),
    paymenterror: (failure) => this.#paymentError(failure),
    failure: (failure) => {
      const failed = {event: 'payment_failed', category: 'rzp_payments'};
      if (this.#instance?.get('enable_ga_analytics')) this.#countForGoogle(failed);
      if (this.#instance?.get('enable_fb_analytics')) this.#countForMeta(failed);
      this.#dismiss();
      alert(`Payment Failed.\n${describe(failure?.error)}`);
      this.#hidden();
    },
    fault: (fault) => this.#fault(fault),
    focus: () => undefined,
    blur: () => undefined,
    flush: () => undefined,
    gaevent: (data) => this.#countForGoogle(data),
    fbaevent: (data) => this.#countForMeta(data),
    moengageevent: toMoengage,
    customevent: (data) => {
      const {event, data: detail} = data ?? {};
      dispatchEvent(new CustomEvent(String(event), {detail}));
    },
  };

  /** Counted even where the page did not ask for it: the frame decides. */
  #countForGoogle(data: Data): void {
    this.#instance?.set('enable_ga_analytics', true);
    toGoogle(data);
  }

  #countForMeta(data: Data): void {
    if (toMeta(data)) this.#instance?.set('enable_fb_analytics', true);
  }

  /** A wallet that is the merchant's own affair. What its handler throws is swallowed. */
  #handOver(data: Data): void {
    if (data?.method !== 'wallet') return;
    const wallets = this.#instance?.get('external.wallets');
    if (!Array.isArray(wallets) || !wallets.includes(data.wallet)) return;
    try {
      this.#callback('external.handler')?.call(this.#instance, data);
    } catch {
      // As in the real script.
    }
  }

  #dismiss(reason?: unknown): void {
    this.#close();
    const ondismiss = this.#callback('modal.ondismiss');
    if (ondismiss) setTimeout(() => ondismiss(reason));
  }

  #hidden(): void {
    this.#overlay.hide();
    this.#callback('modal.onhidden')?.();
  }

  #complete(response: Data): void {
    this.#close();
    const instance = this.#instance;
    const handler = this.#callback('handler');
    if (handler) setTimeout(() => handler.call(instance, response), HANDLER_DELAY_MS);
  }

  #paymentError(failure: Data): void {
    const error = failure?.error;
    if (this.#redirects && this.#instance?.get('retry') === false) {
      const content = isObject(error) ? failureFields(error) : failure;
      submitForm({url: this.#callbackUrl, content, target: this.#target});
      return;
    }
    this.#instance?.emit('payment.error', failure);
    this.#instance?.emit('payment.failed', failure);
  }

  /**
   * The frame can't go on. The frame is asked to close, and its answer unlocks the page. A frame
   * that never showed anything does not answer: the page stays locked, as with the real script.
   */
  #fault(fault: unknown): void {
    this.#instance?.close();
    this.#instance?.emit('fault.close');
    if (this.#redirects) submitForm({url: this.#callbackUrl, content: {error: fault}});
    else alert(`Oops! Something went wrong.\n${describe(fault)}`);
    this.#overlay.hide();
  }

  #postOpen(): void {
    const instance = this.#instance;
    if (!instance) return;
    this.post('open', {
      integration: instance.get('_.integration') ?? undefined,
      options: postedOptions(instance, this.#isEmbedded),
      referer: location.href,
      library: 'checkoutjs',
      library_src: this.#script?.src,
      is_magic_script: this.#isMagic,
      metadata: instance.metadata,
      merchant_page_resource_performance: scriptTiming(),
      ...(this.#isEmbedded && {embedded: true}),
    });
    if (!this.#config.keepsLoader) this.#overlay.hideLoader();
  }

  #close(): void {
    this.#overlay.clear();
    this.#lock?.release();
    // The real script throws when it is closed twice, for want of listeners; so does this.
    (this.#listeners as (() => void)[]).forEach((remove) => remove());
    this.#listeners = null;
  }

  #bind(): void {
    if (this.#listeners) return;
    this.#listeners = [];
    if (!isIphone()) return;
    const fit = (): void => this.#fit();
    const turn = (): void => {
      this.#fit();
      scrollToCheckout();
    };
    this.#listen('orientationchange', turn);
    if (this.#isEmbedded) return;
    this.#listen('resize', fit);
    turn();
  }

  #listen(event: string, listener: () => void): void {
    addEventListener(event, listener);
    this.#listeners?.push(() => removeEventListener(event, listener));
  }

  #fit(): void {
    if (this.#iframe) fitHeight(this.#overlay.container, this.#iframe);
  }

  #callback(name: string): ((...args: unknown[]) => void) | undefined {
    const callback = this.#instance?.get(name);
    return typeof callback === 'function' ? (callback as () => void) : undefined;
  }

  get #callbackUrl(): string {
    return this.#instance?.text('callback_url') ?? '';
  }

  get #redirects(): boolean {
    const wanted = Boolean(this.#instance?.get('redirect')) || isRedirectAgent();
    return wanted && this.#callbackUrl !== '';
  }

  get #target(): string {
    const target = this.#instance?.text('target');
    return target === undefined || target === '' ? '_top' : target;
  }
}

function parse(message: unknown): OptionValues {
  if (typeof message !== 'string') return isObject(message) ? message : {};
  try {
    const parsed: unknown = JSON.parse(message);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** The text of a fault, which is a text itself or an error. */
function describe(fault: unknown): string {
  if (typeof fault === 'string') return fault;
  const {message, description} = isObject(fault) ? fault : {};
  const words = message ?? description;
  return typeof words === 'string' ? words : 'Something went wrong.';
}
