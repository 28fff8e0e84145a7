import {orderDataAttribute} from '../checkout/request/order-data-attribute.js';
import type {PressHost} from './press-host.js';

/** What is bought, as the page says it: the property, else JSON in `order-data`, else piece by piece. */
export const orderDataOf = (button: PressHost): Readonly<Record<string, unknown>> =>
  button.orderData ?? orderDataAttribute(button) ?? dataOf(button, 'data-order-');

/** Reads `data-order-cart-id="7"` as `{cart_id: "7"}`. */
export function dataOf(button: Element, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(button.attributes)
      .filter(({name}) => name.startsWith(prefix))
      .map(({name, value}) => [name.slice(prefix.length).replace(/-/g, '_'), value]),
  );
}
