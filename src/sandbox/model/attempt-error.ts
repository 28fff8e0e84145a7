import type {AttemptError} from '../../wire/page-script.js';
import type {Payment} from './entities.js';

/** Why a payment failed, as the page hears it. */
export const attemptError = (payment: Payment): AttemptError => ({
  code: payment.error_code ?? 'BAD_REQUEST_ERROR',
  description: payment.error_description ?? '',
  source: payment.error_source ?? 'NA',
  step: payment.error_step ?? 'NA',
  reason: payment.error_reason ?? 'NA',
  metadata: {
    payment_id: payment.id,
    ...(payment.order_id !== null && {order_id: payment.order_id}),
  },
});
