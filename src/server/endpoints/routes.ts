import type {EndpointName} from '../../wire/endpoints/paths.js';
import type {EndpointConfig, EndpointRoute} from '../http/endpoint.js';
import type {Incoming, Reply} from '../http/exchange.js';
import type {Context} from '../kit/context.js';
import {answerDevices} from './devices.js';
import {answerCallback, callbackErrorReply} from './callback.js';
import {answerApplyPromotion} from './magic/apply-promotion.js';
import {answerListPromotions} from './magic/list-promotions.js';
import {magicErrorReply} from './magic/magic-refusal.js';
import {answerShippingInfo} from './magic/shipping-info.js';
import {answerOrders} from './orders.js';
import {answerStatus} from './status.js';
import {answerVerify} from './verify.js';
import {answerWebhook} from './webhook.js';

export interface Route extends Pick<EndpointRoute, 'method' | 'otherMethod'> {
  readonly answer: (context: Context, incoming: Incoming, canWait: boolean) => Promise<Reply>;
  /** As of `EndpointRoute`. */
  readonly replyToError?: (
    config: EndpointConfig,
    incoming: Incoming,
    error: unknown,
    context: Context,
  ) => Reply;
}

/** Razorpay's servers read another kind of refusal than our own page. */
const FOR_RAZORPAY = {method: 'POST', replyToError: magicErrorReply} as const;

/** How each endpoint is asked and answers; where it is, `wire/endpoints/paths.ts` says. */
export const ROUTES = {
  orders: {method: 'POST', answer: answerOrders},
  verify: {method: 'POST', answer: answerVerify},
  callback: {
    method: 'POST',
    otherMethod: 'GET',
    answer: answerCallback,
    replyToError: callbackErrorReply,
  },
  webhook: {method: 'POST', answer: answerWebhook},
  status: {method: 'GET', answer: answerStatus},
  devices: {method: 'POST', otherMethod: 'GET', answer: answerDevices},
  shippingInfo: {...FOR_RAZORPAY, answer: answerShippingInfo},
  listPromotions: {...FOR_RAZORPAY, answer: answerListPromotions},
  applyPromotion: {...FOR_RAZORPAY, answer: answerApplyPromotion},
} as const satisfies Record<EndpointName, Route>;

/** Makes something of what there is for each endpoint. */
export const mapEndpoints = <From, To>(
  from: Readonly<Record<EndpointName, From>>,
  make: (value: From) => To,
): Record<EndpointName, To> =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, make(value)])) as Record<
    EndpointName,
    To
  >;
