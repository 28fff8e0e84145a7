/** Body of an error reply, to the letter of Razorpay's API. */
export interface ApiErrorBody {
  readonly code: 'BAD_REQUEST_ERROR' | 'SERVER_ERROR';
  readonly description: string;
  readonly source: string;
  readonly step: string;
  readonly reason: string;
  readonly metadata: Record<string, string>;
  readonly field?: string;
}

/** Thrown by a route to refuse a request; the application answers with its status and body. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: 400 | 401 | 429;
  readonly body: ApiErrorBody;

  constructor(
    description: string,
    parts: Partial<ApiErrorBody> = {},
    status: 400 | 401 | 429 = 400,
  ) {
    super(description);
    this.status = status;
    this.body = {
      code: 'BAD_REQUEST_ERROR',
      description,
      source: 'business',
      step: 'payment_initiation',
      reason: 'input_validation_failed',
      metadata: {},
      ...parts,
    };
  }
}

/** For requests that never got as far as a payment. */
const NOT_APPLICABLE = {source: 'NA', step: 'NA', reason: 'NA'};

/** A field of the body is missing or wrong. */
export const invalidField = (field: string, description: string): ApiError =>
  new ApiError(description, {field});

/** The documentation says 400 for wrong keys; the live API answers 401. */
export const unauthorized = (description: string): ApiError =>
  new ApiError(description, NOT_APPLICABLE, 401);

export const urlNotFound = (): ApiError =>
  new ApiError('The requested URL was not found on the server.', NOT_APPLICABLE);

/** For what Razorpay has and the sandbox does not; the application tells the log. */
export const notImitated = (what: string, field?: string): ApiError =>
  new ApiError(`The sandbox does not imitate ${what}.`, {
    ...NOT_APPLICABLE,
    reason: NOT_IMITATED_REASON,
    ...(field !== undefined && {field}),
  });

const NOT_IMITATED_REASON = 'not_imitated';

export const isNotImitated = ({body}: ApiError): boolean => body.reason === NOT_IMITATED_REASON;

export const tooManyRequests = (): ApiError =>
  new ApiError('Request failed. Please try after sometime.', NOT_APPLICABLE, 429);

export const idNotFound = (): ApiError => new ApiError('The id provided does not exist');

export const notByCard = (): ApiError =>
  new ApiError('Payment was not done using card', NOT_APPLICABLE);

export const noMethods = (): ApiError => new ApiError('No appropriate payment method found.');

export const orderAlreadyPaid = (): ApiError =>
  new ApiError('Payment already done for this order.', {reason: 'order_already_paid'});

/** Body of an error that is Razorpay's own. */
export const SERVER_ERROR = {
  code: 'SERVER_ERROR',
  description: 'The server encountered an error. The incident has been reported to admins.',
};
