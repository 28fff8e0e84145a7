/** Faults of the sandbox that a page can ask for, and what a shopper would say of them. */
export const FAULT_TITLES = {
  'script-404': 'Script not found',
  'script-slow': 'Slow script',
  'script-empty': 'Script without a constructor',
  'frame-hangs': 'Checkout never appears',
  'frame-fault': 'Checkout gives up',
  'handler-lost': 'Result never comes',
  'handler-dismissed': 'Paid, but dismissed',
  'handler-wrong-signature': 'Wrong signature',
  'payment-late': 'Approved late',
} as const;
