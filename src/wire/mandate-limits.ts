/** How often a mandate may be charged, in Razorpay's words. */
export const FREQUENCIES = [
  'daily',
  'weekly',
  'fortnightly',
  'bimonthly',
  'monthly',
  'quarterly',
  'half_yearly',
  'yearly',
  'as_presented',
] as const;

/** ₹99,999, and ₹2,00,000 for brokers, insurers, collectors, and sellers of funds and pre-paid plans. */
const MOST_PAISE = 9_999_900;
const MOST_OF_CATEGORY_PAISE = 20_000_000;
const CATEGORIES_OF_MORE: ReadonlySet<string> = new Set(['6211', '6300', '7322', '6529', '5960']);

/** What a charge can take at most of any mandate of a merchant of this category (MCC). */
export const mostOfCategory = (category?: string): number =>
  category !== undefined && CATEGORIES_OF_MORE.has(category) ? MOST_OF_CATEGORY_PAISE : MOST_PAISE;
