import * as z from 'zod/mini';
import {
  deviceErrorOf,
  type DeviceErrorReply,
  type DeviceMode,
  type InitiateCheckout,
} from '../../wire/device.js';
import {createCall, segment, type CallConfig} from './call.js';
import {modeHeader} from './client.js';
import {RazorpayError} from './error.js';
import {lenient, Text} from './lenient.js';

/**
 * What a gateway says of a sale, in words that something follows from. `other` is a word that is not
 * documented, so that the order is asked too; `failed` is its last word of the sale itself, `refused`
 * that it did nothing, `unsent` that it was not even reached; after `unknown` it may have done what it
 * was asked, and the sale may be anywhere.
 */
export type GatewayAnswer =
  | {readonly word: 'processing' | 'completed' | 'other'; readonly id: string}
  | {readonly word: 'failed'; readonly id: string | undefined; readonly error: DeviceErrorReply}
  | {readonly word: 'refused' | 'unsent' | 'unknown'; readonly error: DeviceErrorReply};

/** What is to be paid on a device. */
export interface WantedCheckout extends Pick<
  InitiateCheckout,
  'name' | 'description' | 'notes' | 'prefill'
> {
  readonly deviceId: string | undefined;
  readonly orderId: string;
  /** In the currency's smallest unit. */
  readonly amount: number;
  readonly currency: string;
}

/**
 * The gateway in front of the devices of a mode. It knows the shop by its key id alone. Errors are
 * answers: what they mean depends on what was asked.
 *
 * Source: razorpay-python, documents/posGateway.md.
 */
export interface GatewayClient {
  /** Puts a checkout on a device. */
  initiate(wanted: WantedCheckout): Promise<GatewayAnswer>;
  /** Takes whatever is on the device away. */
  close(deviceId: string | undefined): Promise<GatewayAnswer>;
  /** Where a sale stands. */
  get(activityId: string): Promise<GatewayAnswer>;
}

/** How a gateway is reached. */
export interface GatewayConfig extends Pick<
  CallConfig,
  'keyId' | 'baseUrl' | 'fetch' | 'timeoutMs'
> {
  readonly mode: DeviceMode;
}

export function createGateway({mode, ...config}: GatewayConfig): GatewayClient {
  const call = createCall({...config, keySecret: '', peer: 'the gateway'});
  const headers = modeHeader(mode);
  const path = '/v1/devices/activity';
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    body?: ActivityBody,
  ): Promise<GatewayAnswer> => {
    try {
      return answerOf(await call(ActivityReply, method, url, body, headers), body);
    } catch (error) {
      if (error instanceof RazorpayError) return answerOfError(error);
      throw error;
    }
  };
  return {
    async initiate({deviceId, orderId, amount, currency, name, description, notes, prefill}) {
      const checkout = {name, amount, currency, description, type: 'in_person', order_id: orderId};
      const answer = await ask('POST', path, {
        ...(deviceId !== undefined && {device_id: deviceId}),
        action: 'initiate_checkout',
        ...(notes && {notes}),
        initiate_checkout: {...checkout, ...(prefill && {prefill})},
      });
      // What it says before the sale is on the device: nothing has begun.
      const isRefusal = 'error' in answer && REFUSALS.has(deviceErrorOf(answer.error));
      return isRefusal && answer.word !== 'unsent'
        ? {word: 'refused', error: answer.error}
        : answer;
    },
    close: async (deviceId) =>
      unknowing(
        await ask('POST', path, {
          ...(deviceId !== undefined && {device_id: deviceId}),
          action: 'close_checkout',
        }),
      ),
    async get(activityId) {
      const answer = unknowing(await ask('GET', `${path}/${segment(activityId)}`));
      // What became of a sale may come with an HTTP error too.
      if (answer.word === 'unknown' && ENDINGS.has(deviceErrorOf(answer.error)))
        return {word: 'failed', id: activityId, error: answer.error};
      const isOther = 'id' in answer && answer.id !== undefined && answer.id !== activityId;
      return isOther ? invalid(`The gateway answered of another activity, ${answer.id}.`) : answer;
    },
  };
}

/** Who refuses to say, or can't be reached, says nothing of a sale that was on the device before. */
const unknowing = (answer: GatewayAnswer): GatewayAnswer =>
  answer.word === 'refused' || answer.word === 'unsent' ? {...answer, word: 'unknown'} : answer;

const Failure = z.looseObject({
  code: lenient(Text),
  reason: lenient(Text),
  description: lenient(Text),
});

/** Ids and words are anybody's: an id that is none is as good as an answer that was lost. */
const ActivityReply = z.looseObject({
  id: lenient(z.string().check(z.minLength(1))),
  status: z.string(),
  error: lenient(Failure),
  initiate_checkout: lenient(
    z.looseObject({order_id: lenient(z.string()), amount: lenient(z.number())}),
  ),
});

/** As much of a request as is held against what comes back. */
interface ActivityBody {
  readonly action: 'initiate_checkout' | 'close_checkout';
  readonly device_id?: string;
  readonly initiate_checkout?: {readonly order_id: string; readonly amount: number};
  readonly notes?: unknown;
}

function answerOf(
  {id, status, error, initiate_checkout: echoed}: z.infer<typeof ActivityReply>,
  sent: ActivityBody | undefined,
): GatewayAnswer {
  const checkout = sent?.initiate_checkout;
  const isOther =
    (echoed?.order_id ?? checkout?.order_id) !== checkout?.order_id ||
    (echoed?.amount ?? checkout?.amount) !== checkout?.amount;
  if (checkout && isOther) return invalid('The gateway answered of another checkout.');
  if (status === 'failed')
    return {word: 'failed', id: id ?? undefined, error: toError(error ?? undefined)};
  if (id == null) return invalid('The gateway answered without the id of an activity.');
  return {word: status === 'completed' || status === 'processing' ? status : 'other', id};
}

function answerOfError(error: RazorpayError): GatewayAnswer {
  const {code, status, cause} = error;
  if (code === 'unreachable')
    return wasSent(cause)
      ? {word: 'unknown', error: {code: 'ANSWER_LOST', description: 'The connection broke.'}}
      : {word: 'unsent', error: {code: 'GATEWAY_UNREACHABLE', description: error.message}};
  if (code === 'timeout')
    return {word: 'unknown', error: {code: 'ANSWER_LOST', description: error.message}};
  const body = Failure.safeParse(error.body).data;
  if (status === 401) return {word: 'refused', error: unauthorized(body)};
  if (status === 429 && body?.code != null) return {word: 'refused', error: toError(body)};
  if (code === 'invalid_reply' || body?.code == null) return invalid(error.message);
  return {word: 'unknown', error: toError(body)};
}

/** Of the words that come with a 401 only those are kept that say more. */
function unauthorized(body: z.infer<typeof Failure> | undefined): DeviceErrorReply {
  const error = toError(body);
  return deviceErrorOf(error) === 'UNKNOWN' ? {...error, code: 'AUTHENTICATION_FAILED'} : error;
}

const toError = (failure: z.infer<typeof Failure> | undefined): DeviceErrorReply => ({
  code: failure?.code ?? 'UNKNOWN',
  ...(failure?.reason != null && {reason: failure.reason}),
  description: failure?.description ?? 'The gateway gave no description.',
});

const invalid = (description: string): GatewayAnswer => ({
  word: 'unknown',
  error: {code: 'INVALID_ANSWER', description},
});

/** After these nothing is on the device that was not before. */
const REFUSALS: ReadonlySet<string> = new Set([
  'VALIDATION_FAILED',
  'ORDER_NOT_FOUND',
  'UNSUPPORTED_ACTION',
  'BUSINESS_LOGIC_ERROR',
  'AUTHENTICATION_FAILED',
  'DEVICE_DISCONNECTED',
  'device_not_connected',
  'DEVICE_BUSY',
  'DEVICE_NOT_FOUND',
] satisfies ReturnType<typeof deviceErrorOf>[]);

/** What shopper or bank did, which ends a sale. */
const ENDINGS: ReadonlySet<string> = new Set([
  'CARD_DECLINED',
  'CARD_READ_ERROR',
  'INVALID_PIN',
  'TRANSACTION_CANCELLED',
] satisfies ReturnType<typeof deviceErrorOf>[]);

/**
 * Whether a request may have arrived although no answer came. It has not where there was nobody to
 * connect to, which Node says by these codes; elsewhere nobody says so.
 */
function wasSent(cause: unknown): boolean {
  for (let error = cause; error instanceof Error; error = error.cause)
    if (NOT_CONNECTED.has(String((error as {code?: unknown}).code))) return false;
  return true;
}

const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
