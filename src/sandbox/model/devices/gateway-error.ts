/** Which part of the gateway refuses. */
export type GatewaySource = 'activity_processor' | 'order_processor' | 'device_controller';

/** Body of an error of the POS gateway. Unlike that of the REST API it has only what it needs. */
export interface GatewayErrorBody {
  readonly code: string;
  readonly description: string;
  readonly source: GatewaySource;
  readonly field?: string;
  readonly reason?: string;
}

/**
 * Thrown where the gateway in front of POS devices refuses; the application answers with its status
 * and body. The words that are published are to the letter.
 *
 * https://github.com/razorpay/razorpay-python/blob/master/documents/posGateway.md
 */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly status: 400 | 404 | 500;
  readonly body: GatewayErrorBody;

  constructor(status: 400 | 404 | 500, body: GatewayErrorBody) {
    super(body.description);
    this.status = status;
    this.body = body;
  }
}

/** A field of the request is missing or wrong. */
export const validationFailed = (
  source: GatewaySource,
  description: string,
  parts: Pick<GatewayErrorBody, 'field' | 'reason'> = {},
): GatewayError =>
  new GatewayError(400, {code: 'VALIDATION_FAILED', description, source, ...parts});

export const activityNotFound = (): GatewayError =>
  new GatewayError(404, {
    code: 'ACTIVITY_NOT_FOUND',
    description: 'Activity with given ID not found',
    source: 'activity_processor',
  });

export const orderNotFound = (): GatewayError =>
  new GatewayError(404, {
    code: 'ORDER_NOT_FOUND',
    description: 'Order with given ID not found',
    source: 'order_processor',
  });

/** The device belongs to another system for the time being. */
export const proxyMode = (): GatewayError =>
  new GatewayError(500, {
    code: 'BUSINESS_LOGIC_ERROR',
    description: 'Device is in proxy mode, cannot process order',
    source: 'order_processor',
  });

/** What the gateway says where it can't do with the device what was asked, by the fault that has it say so. */
const CONTROLLER_ERRORS = {
  disconnected: ['DEVICE_DISCONNECTED', 'Device is not connected'],
  'not-found': ['DEVICE_NOT_FOUND', 'Device not found during discovery'],
  busy: ['DEVICE_BUSY', 'Device is in an invalid state or transitioning'],
  timeout: ['DEVICE_TIMEOUT', 'Device operation timed out'],
  error: ['DEVICE_ERROR', 'Generic device communication error'],
  'unsupported-action': ['UNSUPPORTED_ACTION', 'Invalid action for device state'],
} as const;

export type ControllerProblem = keyof typeof CONTROLLER_ERRORS;

export function deviceError(problem: ControllerProblem): GatewayError {
  const [code, description] = CONTROLLER_ERRORS[problem];
  return new GatewayError(500, {code, description, source: 'device_controller'});
}
