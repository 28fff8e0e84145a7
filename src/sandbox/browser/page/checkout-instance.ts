import {randomText} from '../../model/random-id.js';
import {Emitter} from './emitter.js';
import type {FrameHost} from './frame-host.js';
import type {FramedCheckout, Metadata} from './framed-checkout.js';
import {isObject, readOptions, type OptionValues} from './options.js';
import {namesAccount, trimNotes, validate} from './validate.js';
import {whenBody} from './document/when-body.js';

/** One checkout: what `new Razorpay(options)` returns. */
export class CheckoutInstance extends Emitter implements FramedCheckout {
  readonly id = randomText(14);
  readonly modal: {options: OptionValues} = {options: {}};
  metadata: Metadata | undefined;
  readonly #options: OptionValues;
  readonly #defaults: OptionValues;
  readonly #host: FrameHost;
  /** Until it is opened it posts nothing: the frame belongs to another checkout, or to none. */
  #isOpened = false;

  constructor(given: unknown, defaults: OptionValues, host: FrameHost) {
    super();
    this.#defaults = defaults;
    this.#host = host;
    this.#options = readChecked(given, defaults);
    if (!namesAccount((name) => this.get(name))) throw new Error('No key passed');
    if (this.get('parent')) this.open();
  }

  get(...args: readonly [name?: string]): unknown {
    const [name] = args;
    if (name === undefined) return this.#options;
    return name in this.#options ? this.#options[name] : this.#defaults[name];
  }

  text(name: string): string {
    const value = this.get(name);
    return typeof value === 'string' ? value : '';
  }

  set(name: string, value: unknown): void {
    if (this.#isOpened) this.#host.post('update_options', {data: {[name]: value}});
    this.#options[name] = value;
  }

  getMode(): 'live' | 'pending' | 'test' {
    const key = this.text('key');
    if (!key) return 'pending';
    return key.startsWith('rzp_l') ? 'live' : 'test';
  }

  open(): this {
    if (!document.querySelector('body')) {
      whenBody(() => this.open());
      return this;
    }
    this.metadata ??= {
      openedAt: 0,
      isBrave: false,
      isPrivate: false,
      language: document.documentElement.getAttribute('lang'),
    };
    this.metadata.openedAt = Date.now();
    this.#isOpened = true;
    this.#host.open(this);
    return this;
  }

  /** Asks the frame to close; a frame that hangs never answers. */
  close(): void {
    if (this.#isOpened) this.#host.post('close');
  }

  resume(data: unknown): void {
    if (this.#isOpened) this.#host.post('resume', {data});
  }
}

/** The options, or an alert and an exception with the same words. */
function readChecked(given: unknown, defaults: OptionValues): OptionValues {
  try {
    if (!isObject(given)) throw new Error('Invalid options');
    const options = readOptions(given, defaults);
    validate(options);
    trimNotes(options.notes);
    return options;
  } catch (error) {
    const {message} = error as Error;
    if (isObject(given) && !given.parent) alert(message);
    throw new Error(message, {cause: error});
  }
}
