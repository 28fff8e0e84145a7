import type {CartOutcome} from '../../checkout/events/carts.js';

/** What each button that sells has said of an earlier purchase. */
const said = new WeakMap<object, CartOutcome>();

/**
 * Says once at a button that its cart was bought before, at another price than the label has now: what it
 * sells is another cart, by the same name. Without the words it sells in silence, as on any new page.
 */
export function sayEarlier(
  host: object,
  cart: CartOutcome,
  show: (cart: CartOutcome) => void,
): void {
  if (said.get(host) === cart) return;
  said.set(host, cart);
  show({...cart, state: 'idle', telling: {told: cart.telling.told}});
}
