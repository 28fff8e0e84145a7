import type {Destination} from '../merchant/merchant-server.js';
import type {Promotion, ShippingMethod} from '../model/entities.js';

/** The parts of an address for which a quote holds. */
export type QuotedPlace = Pick<Destination, 'id' | 'zipcode' | 'country'>;

interface OrderQuote {
  /** By place: an answer may arrive when the shopper has already changed the address. */
  readonly shipping: ReadonlyMap<string, readonly ShippingMethod[]>;
  readonly promotions: ReadonlyMap<string, Promotion>;
}

/** What the merchant's server has quoted for each order: the only prices that count. */
export class MerchantQuotes {
  readonly #byOrder = new Map<string, OrderQuote>();

  keepShipping(orderId: string, place: QuotedPlace, methods: readonly ShippingMethod[]): void {
    const quote = this.#of(orderId);
    const shipping = new Map(quote.shipping).set(keyOf(place), methods);
    this.#byOrder.set(orderId, {...quote, shipping});
  }

  keepPromotion(orderId: string, promotion: Promotion): void {
    const quote = this.#of(orderId);
    const promotions = new Map(quote.promotions).set(promotion.code, promotion);
    this.#byOrder.set(orderId, {...quote, promotions});
  }

  shipping(orderId: string, place: QuotedPlace, id: string): ShippingMethod | undefined {
    return this.#of(orderId)
      .shipping.get(keyOf(place))
      ?.find((method) => method.id === id);
  }

  promotion(orderId: string, code: string): Promotion | undefined {
    return this.#of(orderId).promotions.get(code);
  }

  #of(orderId: string): OrderQuote {
    return this.#byOrder.get(orderId) ?? {shipping: new Map(), promotions: new Map()};
  }
}

const keyOf = ({id, zipcode, country}: QuotedPlace): string =>
  [id, zipcode, country.toLowerCase()].join(' ');
