import {toHttpError, type EndpointConfig} from '../../http/endpoint.js';
import {json, type Incoming, type Reply} from '../../http/exchange.js';
import type {PromotionFailureCode} from '../../model/promotion.js';

const STATUS = {
  VALIDATION_ERROR: 400,
  INVALID_PROMOTION: 400,
  LOGIN_REQUIRED: 400,
  REQUIREMENT_NOT_MET: 400,
  FORBIDDEN: 403,
  INVALID_STATE: 403,
  NOT_FOUND: 404,
} as const satisfies Record<PromotionFailureCode, number> & Record<string, number>;

/** What Razorpay's servers are told instead of an answer; the checkout shows the reason. */
export class MagicRefusal extends Error {
  override readonly name = 'MagicRefusal';
  readonly code: keyof typeof STATUS;

  constructor(code: keyof typeof STATUS, reason: string) {
    super(reason);
    this.code = code;
  }
}

export const orderIsComplete = (): MagicRefusal =>
  new MagicRefusal('INVALID_STATE', 'The order is complete: nothing of it can change any more.');

/** The reply to an error, as Razorpay reads it from the endpoints that it asks. */
export function magicErrorReply(config: EndpointConfig, incoming: Incoming, error: unknown): Reply {
  if (error instanceof MagicRefusal)
    return json(
      {failure_code: error.code, failure_reason: error.message},
      {status: STATUS[error.code]},
    );
  const {code, message, status, headers} = toHttpError(config, incoming, error);
  return json({failure_code: code, failure_reason: message}, {status, headers});
}
