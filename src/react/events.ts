/** The events of the tag, by the props that listen to them. */
export const EVENTS = {
  onOpen: 'rzp-open',
  onAttemptFailed: 'rzp-attempt-failed',
  onPayment: 'rzp-payment',
  onSuccess: 'rzp-success',
  onUnconfirmed: 'rzp-unconfirmed',
  onDismiss: 'rzp-dismiss',
  onError: 'rzp-error',
  onAnalytics: 'rzp-analytics',
  onStateChange: 'rzp-statechange',
} as const;
