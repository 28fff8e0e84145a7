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
  /** Below `basePath`. */
  readonly path: string;
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

/** All endpoints, by the names that `Checkout` has them under. */
export const ROUTES = {
  orders: {method: 'POST', path: '/orders', answer: answerOrders},
  verify: {method: 'POST', path: '/verify', answer: answerVerify},
  callback: {
    method: 'POST',
    otherMethod: 'GET',
    path: '/callback',
    answer: answerCallback,
    replyToError: callbackErrorReply,
  },
  webhook: {method: 'POST', path: '/webhook', answer: answerWebhook},
  status: {method: 'GET', path: '/status', answer: answerStatus},
  devices: {method: 'POST', otherMethod: 'GET', path: '/devices', answer: answerDevices},
  shippingInfo: {...FOR_RAZORPAY, path: '/shipping-info', answer: answerShippingInfo},
  listPromotions: {...FOR_RAZORPAY, path: '/promotions', answer: answerListPromotions},
  applyPromotion: {...FOR_RAZORPAY, path: '/promotions/apply', answer: answerApplyPromotion},
} as const satisfies Record<string, Route>;

export type EndpointName = keyof typeof ROUTES;

/** Makes something of what there is for each endpoint. */
export const mapEndpoints = <From, To>(
  from: Readonly<Record<EndpointName, From>>,
  make: (value: From) => To,
): Record<EndpointName, To> =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, make(value)])) as Record<
    EndpointName,
    To
  >;
