import type {Promotion, ShippingMethod} from './entities.js';

interface Quote {
  readonly shipping: readonly ShippingMethod[];
  readonly promotions: ReadonlyMap<string, Promotion>;
}

/** What the merchant's server has quoted for each order: the only prices that count. */
export class Quotes {
  readonly #byOrder = new Map<string, Quote>();

  keepShipping(orderId: string, shipping: readonly ShippingMethod[]): void {
    this.#byOrder.set(orderId, {...this.#of(orderId), shipping});
  }

  keepPromotion(orderId: string, promotion: Promotion): void {
    const quote = this.#of(orderId);
    const promotions = new Map(quote.promotions).set(promotion.code, promotion);
    this.#byOrder.set(orderId, {...quote, promotions});
  }

  shipping(orderId: string, id: string): ShippingMethod | undefined {
    return this.#of(orderId).shipping.find((method) => method.id === id);
  }

  promotion(orderId: string, code: string): Promotion | undefined {
    return this.#of(orderId).promotions.get(code);
  }

  #of(orderId: string): Quote {
    return this.#byOrder.get(orderId) ?? {shipping: [], promotions: new Map()};
  }
}
