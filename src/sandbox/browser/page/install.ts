import {CheckoutInstance} from './checkout-instance.js';
import {readConfig} from './config.js';
import {createDefaults} from './defaults.js';
import {FrameHost} from './frame-host.js';
import {flatten, isObject, type OptionValues} from './options.js';
import {submitForm} from './document/redirect.js';
import {whenBody} from './document/when-body.js';

/** Leaves `Razorpay` in the page, as `checkout.js` and `magic-checkout.js` do. */
export function install({isMagic}: {isMagic: boolean}): void {
  const script = currentScript();
  const config = readConfig(Reflect.get(window, 'Razorpay'), script);
  const host = new FrameHost(config, isMagic, script);
  const defaults = createDefaults(postToCallback);

  /** With `new` and without it there is a new instance. */
  function Razorpay(options: unknown): CheckoutInstance {
    return new CheckoutInstance(options, defaults, host);
  }
  Razorpay.prototype = CheckoutInstance.prototype;
  const statics = {
    defaults,
    emi,
    enableLite: Boolean(config.merchant_key),
    open: (options: unknown) => Razorpay(options).open(),
    configure: (overrides: unknown) => configure(overrides, defaults),
    setConfig: (name: string, value: unknown) => {
      config[name] = value;
    },
    triggerShopifyCheckoutBtnClickEvent: () => undefined,
    sendMessage: ({event}: {event: string}) => {
      throw new Error(`override missing for event - ${event}`);
    },
  };
  Reflect.set(window, 'Razorpay', Object.assign(Razorpay, statics));
  whenBody(() => host.preload());
}

const currentScript = (): HTMLScriptElement | null =>
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : (document.scripts[document.scripts.length - 1] ?? null);

/** The default handler: posts the response to `callback_url`. */
function postToCallback(this: unknown, response: unknown): void {
  if (!(this instanceof CheckoutInstance)) return;
  const url = this.text('callback_url');
  if (url) submitForm({url, content: response});
}

/** Changes defaults for all instances, as far as the type is the same. */
function configure(overrides: unknown, defaults: OptionValues): void {
  if (!isObject(overrides)) return;
  for (const [name, value] of Object.entries(flatten(overrides, defaults))) {
    if (typeof value === typeof defaults[name]) defaults[name] = value;
  }
}

/** Monthly instalments; rates are in percent a year. */
const emi = {
  calculator(amount: number, months: number, rate?: number): number {
    if (!rate) return Math.ceil(amount / months);
    const monthly = rate / 1200;
    const growth = (1 + monthly) ** months;
    return Math.trunc((amount * monthly * growth) / (growth - 1));
  },
  calculatePlan(amount: number, months: number, rate?: number) {
    const installment = emi.calculator(amount, months, rate);
    return {total: rate ? installment * months : amount, installment};
  },
};
