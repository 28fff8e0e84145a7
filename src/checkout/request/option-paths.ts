import {type OptionName} from '../shell/options.js';
import {attributeOf} from '../shell/attributes.js';

/** Where Razorpay looks for an option whose name here is shorter, or another. */
const PATHS: Partial<Record<OptionName, string>> = {
  keyId: 'key',
  businessName: 'name',
  couponCode: 'prefill.coupon_code',
  backdropColor: 'theme.backdrop_color',
  retry: 'retry.enabled',
  language: 'config.display.language',
};

/** The groups of options that are objects of their own for Razorpay. */
const GROUP = /^(prefill|theme|modal|readonly|retry)-/;

/**
 * Returns where Razorpay looks for an option: in the attribute's words with its own punctuation,
 * `prefillName` is `prefill.name`.
 */
export const pathOf = (name: OptionName): string =>
  PATHS[name] ?? attributeOf(name).replace(GROUP, '$1.').replace(/-/g, '_');
