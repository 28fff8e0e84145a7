import type {AttemptError} from '../../../../wire/page-script.js';
import type {
  AddressesReply,
  AppliedReply,
  AttemptReply,
  AttemptRequest,
  AttemptStatus,
  BankAnswer,
  CustomerReply,
  Preferences,
  PromotionsReply,
  ShippingReply,
} from '../../../model/frame-wire.js';

/** A request that was refused, in the server's words, or that did not reach it. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly error: AttemptError;

  constructor(error: AttemptError, cause?: unknown) {
    super(error.description, {cause});
    this.error = error;
  }
}

const PAYMENTS = '/v1/checkout/payments';

export const fetchPreferences = (keyId: string, orderId: string): Promise<Preferences> => {
  const query = new URLSearchParams({key_id: keyId, order_id: orderId});
  // The address of this document names the faults of the page.
  const fault = new URLSearchParams(location.search).get('fault');
  if (fault) query.set('fault', fault);
  return request(`/v1/checkout/preferences?${query.toString()}`);
};

export const createPayment = (attempt: AttemptRequest): Promise<AttemptReply> =>
  request(PAYMENTS, attempt);

export const fetchStatus = (paymentId: string): Promise<AttemptStatus> =>
  request(`${PAYMENTS}/${paymentId}`);

export const authenticate = (paymentId: string, answer: BankAnswer): Promise<AttemptStatus> =>
  request(`${PAYMENTS}/${paymentId}/authenticate`, answer);

/** What every request about an order says. */
export interface AboutOrder {
  readonly key_id: string;
  readonly order_id: string;
  readonly contact: string;
  readonly email: string;
}

export const fetchCustomer = (
  about: AboutOrder & {send_sms_hash: boolean},
): Promise<CustomerReply> => request('/v1/checkout/customers', about);

export const verifyCustomer = (about: AboutOrder & {otp: string}): Promise<AddressesReply> =>
  request('/v1/checkout/customers/verify', about);

export const quoteShipping = (
  about: AboutOrder & {address_id: string; zipcode: string; state: string; country: string},
): Promise<ShippingReply> => request('/v1/checkout/shipping', about);

export const fetchPromotions = (about: AboutOrder): Promise<PromotionsReply> =>
  request('/v1/checkout/promotions', about);

export const applyPromotion = (about: AboutOrder & {code: string}): Promise<AppliedReply> =>
  request('/v1/checkout/promotions/apply', about);

async function request<Reply>(path: string, body?: object): Promise<Reply> {
  const reply = await fetch(path, {
    ...(body && {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    }),
  }).catch((error: unknown) => {
    throw new BackendError(UNREACHABLE, error);
  });
  const json = (await reply.json().catch(() => ({error: UNREACHABLE}))) as
    Reply | {error: AttemptError};
  if (!reply.ok) throw new BackendError((json as {error: AttemptError}).error);
  return json as Reply;
}

/** What the shopper is told of a failed request. Anything else is a mistake of the frame itself. */
export const errorOf = (error: unknown): AttemptError => {
  if (error instanceof BackendError) return error.error;
  throw error;
};

const UNREACHABLE: AttemptError = {
  code: 'SERVER_ERROR',
  description: 'We could not reach the server. Check your connection and try again.',
};
