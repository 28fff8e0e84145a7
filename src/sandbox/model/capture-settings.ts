/** Until when an authorized payment may be captured, from the moment at which it was created. */
export interface CaptureSettings {
  /** `automatic` captures by itself what is authorized within `automaticSeconds`. */
  readonly mode: 'automatic' | 'manual';
  readonly automaticSeconds: number;
  /** What is not captured by then goes back to the shopper. */
  readonly manualSeconds: number;
  readonly refundSpeed: 'normal' | 'optimum';
}

const THREE_DAYS_SECONDS = 3 * 24 * 60 * 60;

/**
 * As in a dashboard that nobody changed.
 *
 * https://razorpay.com/docs/payments/payments/capture-settings/
 */
export const DEFAULT_CAPTURE: CaptureSettings = {
  mode: 'automatic',
  automaticSeconds: THREE_DAYS_SECONDS,
  manualSeconds: THREE_DAYS_SECONDS,
  refundSpeed: 'normal',
};
