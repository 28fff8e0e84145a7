import type {Words as CheckoutWords} from '../../browser/frame/words/en.js';
import type {Frequency} from '../../model/mandate-terms.js';

/** How often a mandate may be charged, as the checkout has said it before it leads into the app. */
export const rhythmsOf = ({
  daily,
  weekly,
  fortnightly,
  bimonthly,
  monthly,
  quarterly,
  half_yearly,
  yearly,
  as_presented,
}: CheckoutWords): Readonly<Record<Frequency, string>> => ({
  daily,
  weekly,
  fortnightly,
  bimonthly,
  monthly,
  quarterly,
  half_yearly,
  yearly,
  as_presented,
});
