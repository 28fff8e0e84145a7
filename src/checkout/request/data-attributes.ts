import type {OrderSource} from '../shell/order-source.js';
import {seatOf} from '../storage/cart-key.js';
import {orderDataAttribute} from './order-data-attribute.js';

type Data = Readonly<Record<string, unknown>>;

/** An element on which a page says what is bought. */
type DataHost = Element &
  Readonly<Pick<OrderSource, 'orderData' | 'createOrder'>> & {
    /** Adds what stands elsewhere on the page. */
    withFields?: ((said: Data) => Data) | undefined;
  };

/** Reads `data-order-cart-id="7"` as `{cart_id: "7"}`. */
export function dataOf(host: Element, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(host.attributes)
      .filter(({name}) => name.startsWith(prefix))
      .map(({name, value}) => [name.slice(prefix.length).replace(/-/g, '_'), value]),
  );
}

/** What is bought, as the page says it: the property, else JSON in `order-data`, else piece by piece. */
export function orderDataOf(host: DataHost): Data {
  const said = host.orderData ?? orderDataAttribute(host) ?? dataOf(host, 'data-order-');
  return host.withFields?.(said) ?? said;
}

/** A secret in the page has the press refused by its name alone, so its value is not read. */
export const namedSecrets = (host: Element) =>
  Object.fromEntries(
    host
      .getAttributeNames()
      .filter((name) => name.includes('secret'))
      .map((name) => [name, true]),
  );

/** What is bought, and where nothing says it, by which element. */
export function dataAndSeatOf(host: DataHost) {
  const orderData = orderDataOf(host);
  const {createOrder} = host;
  const isAlone = createOrder && !Object.keys(orderData).length;
  return {orderData, seat: isAlone ? seatOf(createOrder, host) : ''};
}
