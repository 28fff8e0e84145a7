import {attributeOf} from '../shell/attributes.js';
import {orderDataAttribute} from './order-data-attribute.js';
import type {Refusal} from '../words/refusal.js';

/** Properties that hold what no text can. Of the order data alone there is a text: JSON. */
const OBJECTS = ['orderData', 'createOrder', 'requestHeaders', 'notes', 'options'];

/** In whatever spelling. `onerror` is HTML's own. */
const LISTENER = /^on-?rzp|^on(open|payment|success|unconfirmed|dismiss|analytics)$/;

/**
 * Says what a page wrote as an attribute that it meant as something else, of an element with these
 * properties. Frameworks write an object as `[object Object]` or under a name that nobody reads, and
 * leave listeners as texts: the order would be made for an empty cart, without a token, or be paid
 * and not heard of. The values may be tokens, so none is said.
 */
export function misplaced(button: Element, properties: readonly string[]): Refusal | undefined {
  for (const {name, value} of Array.from(button.attributes)) {
    const wrong = wrongName(button, name, properties) ?? wrongText(name, value, properties);
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongName(
  button: Element,
  name: string,
  properties: readonly string[],
): Refusal | undefined {
  if (LISTENER.test(name)) return ['listener', name];
  const letters = name.replace(/[-_]/g, '');
  const property = properties.find((each) => each.toLowerCase() === letters);
  // Where the property holds something, what it was also written as does no harm.
  if (!property || (button as unknown as Record<string, unknown>)[property] != null)
    return undefined;
  if (!OBJECTS.includes(property)) {
    const attribute = attributeOf(property);
    return name === attribute ? undefined : ['noAttribute', name, attribute, property];
  }
  if (name === 'order-data' && orderDataAttribute(button)) return undefined;
  return ['textForObject', name, property];
}

/** What JavaScript makes of what is no text when it is written as one, where a text is read. */
function wrongText(
  name: string,
  value: string,
  properties: readonly string[],
): Refusal | undefined {
  const isRead = (property: string) =>
    attributeOf(property) === name && !OBJECTS.includes(property);
  if (
    /^(\[object \w+\],?)+$/.test(value) &&
    (/^data-(order|note)-/.test(name) || properties.some(isRead))
  )
    return ['wasObject', name, value];
  // Elsewhere it does no harm that is worth a sale.
  return /^(undefined|null|NaN)$/.test(value) && /^data-order-|-url$/.test(name)
    ? ['wasNothing', name, value]
    : undefined;
}
