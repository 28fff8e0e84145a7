import {
  readApplied,
  readPromotions,
  readRefusal,
  readShippingInfo,
  ReplyError,
} from '../../wire/endpoints/replies.js';
import {hmacHex} from '../../wire/signature.js';
import {ApiError} from '../model/api-error.js';
import type {
  Customer,
  OfferedPromotion,
  Order,
  Promotion,
  ShippingMethod,
} from '../model/entities.js';
import type {Clock} from '../runtime/clock.js';

/** Razorpay gives a merchant's endpoint this long to answer. */
const ANSWER_WITHIN_SECONDS = 10;

/**
 * The merchant's endpoints, as they are entered in Razorpay's dashboard. `null` is none.
 *
 * @example
 * ```ts
 * import type {MerchantEndpoints, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const endpoints: Partial<MerchantEndpoints> = {
 *   shippingInfoUrl: 'http://127.0.0.1:3000/checkout/shipping-info',
 *   promotionsUrl: null, // a shop without coupons
 * };
 * Object.assign(sandbox.merchant, endpoints);
 * ```
 */
export interface MerchantEndpoints {
  /** Quotes the delivery. Without it the checkout asks for no address. */
  shippingInfoUrl: string | null;
  /** Lists coupons. Without it they are typed. */
  promotionsUrl: string | null;
  /** Checks a coupon. Without it the checkout has none. */
  applyPromotionUrl: string | null;
  /** Signs every call in `X-Razorpay-Signature`. */
  signatureSecret: string | null;
}

/** The parts of an address on which the price of the delivery depends. */
export interface Destination {
  /** `0` for an address that is not saved. */
  readonly id: string;
  readonly zipcode: string;
  readonly state_code?: string;
  readonly country: string;
}

/**
 * One call of an endpoint, and what came of it.
 *
 * @example
 * ```ts
 * import type {MerchantCall, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const calls: MerchantCall[] = sandbox.merchantCalls();
 * for (const {url, answer, problem} of calls) console.log(url, answer, problem ?? 'as agreed');
 * ```
 */
export interface MerchantCall {
  readonly url: string;
  readonly orderId: string;
  /** The HTTP status, or why there was none. */
  readonly answer: number | 'timeout' | 'unreachable';
  /** What is wrong with the reply. It is shown to the shopper too. */
  readonly problem?: string;
}

interface MerchantServerParts {
  readonly clock: Clock;
  readonly endpoints: Partial<MerchantEndpoints>;
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** How to say that a shop has no such endpoint: the address of a kit stands for each that there may be. */
const NONE_OF_IT = {
  shippingInfoUrl:
    'If this shop has no shipping, say so: sandbox.merchant.shippingInfoUrl = null, or --no-shipping.',
  promotionsUrl:
    'If this shop has no promotions, say so: sandbox.merchant.promotionsUrl = null, or --no-promotions.',
  applyPromotionUrl:
    'If this shop has no promotions, say so: sandbox.merchant.applyPromotionUrl = null, or --no-promotions.',
} as const;

/** An endpoint's address without its query and password, which may hold a secret. */
export const withoutSecret = (url: string): string =>
  url.replace(/[?#].*/, '').replace(/\/\/[^/]*@/, '//');

/** Asks the merchant's server what only the merchant knows: delivery and coupons. */
export class MerchantServer implements MerchantEndpoints {
  shippingInfoUrl: string | null;
  promotionsUrl: string | null;
  applyPromotionUrl: string | null;
  signatureSecret: string | null;
  readonly #clock: Clock;
  readonly #calls: MerchantCall[] = [];

  constructor({clock, endpoints}: MerchantServerParts) {
    this.#clock = clock;
    this.shippingInfoUrl = endpoints.shippingInfoUrl ?? null;
    this.promotionsUrl = endpoints.promotionsUrl ?? null;
    this.applyPromotionUrl = endpoints.applyPromotionUrl ?? null;
    this.signatureSecret = endpoints.signatureSecret ?? null;
  }

  /** All calls so far, the oldest first. */
  calls(): MerchantCall[] {
    return [...this.#calls];
  }

  /** @throws {ApiError} `merchant_endpoint_failed` when there is no usable answer. */
  async shippingMethods(
    order: Order,
    customer: Customer,
    destination: Destination,
  ): Promise<ShippingMethod[]> {
    const body = {
      ...orderAndCustomer(order, customer),
      razorpay_order_id: order.id.replace(/^order_/, ''),
      addresses: [destination],
    };
    return this.#ask(
      'shippingInfoUrl',
      order,
      body,
      ({json}) => readShippingInfo(json, destination.id),
      'We could not check delivery to this address. Try again.',
    );
  }

  /** @throws {ApiError} `merchant_endpoint_failed` when there is no usable answer. */
  promotions(order: Order, customer: Customer): Promise<OfferedPromotion[]> {
    return this.#ask(
      'promotionsUrl',
      order,
      orderAndCustomer(order, customer),
      ({json}) => readPromotions(json),
      'The coupons could not be loaded.',
    );
  }

  /**
   * Asks what a coupon takes off an order that comes to `askedAmount` without fees and coupons.
   *
   * @throws {ApiError} with the merchant's own words when the coupon is refused, and
   * `merchant_endpoint_failed` when there is no usable answer.
   */
  async applyPromotion(
    {order, askedAmount}: {readonly order: Order; readonly askedAmount: number},
    customer: Customer,
    code: string,
  ): Promise<Promotion> {
    const most = Math.min(askedAmount, order.line_items_total ?? askedAmount);
    const answer = await this.#ask(
      'applyPromotionUrl',
      order,
      {...orderAndCustomer(order, customer), code},
      ({json}) => readRefusal(json) ?? readApplied(json, code, most),
      'The coupon could not be applied. Try again.',
      [400, 422],
    );
    if ('failure_code' in answer) {
      throw new ApiError(answer.failure_reason, {reason: answer.failure_code, field: 'coupon'});
    }
    return answer;
  }

  async #ask<Reply>(
    endpoint: keyof typeof NONE_OF_IT,
    {id: orderId}: Order,
    body: object,
    read: (answer: Answer) => Reply,
    failureText: string,
    refusalStatuses: readonly number[] = [],
  ): Promise<Reply> {
    const url = this[endpoint];
    if (url === null) throw new ApiError('The merchant has no such endpoint.');
    const failed = (answer: MerchantCall['answer'], problem: string): ApiError => {
      this.#calls.push({url, orderId, answer, problem});
      return new ApiError(failureText, {reason: 'merchant_endpoint_failed', metadata: {problem}});
    };
    let answer: Answer;
    try {
      answer = await this.#post(url, JSON.stringify(body));
    } catch (error) {
      throw error instanceof DOMException && error.name === 'AbortError'
        ? failed(
            'timeout',
            `${withoutSecret(url)} did not answer within ${ANSWER_WITHIN_SECONDS} s.`,
          )
        : failed('unreachable', `${withoutSecret(url)} can't be reached.`);
    }
    const {status} = answer;
    const isExpected =
      status === 200 || (refusalStatuses.includes(status) && readRefusal(answer.json));
    if (!isExpected) {
      const hint = status === 404 ? ` ${NONE_OF_IT[endpoint]}` : '';
      throw failed(status, `${withoutSecret(url)} answered ${status}.${hint}`);
    }
    try {
      const reply = read(answer);
      this.#calls.push({url, orderId, answer: status});
      return reply;
    } catch (error) {
      if (error instanceof ReplyError) throw failed(status, error.message);
      throw error;
    }
  }

  async #post(url: string, body: string): Promise<Answer> {
    const timeout = new AbortController();
    this.#clock.after(ANSWER_WITHIN_SECONDS, () => timeout.abort());
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(this.signatureSecret !== null && {
          'X-Razorpay-Signature': await hmacHex(this.signatureSecret, body),
        }),
        // A merchant's server that restarts would leave a kept connection dead.
        Connection: 'close',
      },
      body,
      redirect: 'manual',
      signal: timeout.signal,
    });
    const text = await response.text();
    return {status: response.status, json: parseJson(text)};
  }
}

/** What every question says. The `order_id` is the merchant's own, which Razorpay has as receipt. */
const orderAndCustomer = ({receipt}: Order, {contact, email}: Customer) => ({
  order_id: receipt ?? '',
  contact,
  email,
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
