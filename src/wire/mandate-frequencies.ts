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
