import {OWN_ATTRIBUTES} from '../button/own-attributes.js';
import {OPTIONS} from '../checkout/shell/options.js';
import {attributeOf} from '../checkout/shell/attributes.js';
import {orderDataText} from '../checkout/request/order-data-text.js';
import {wrongObjects} from '../checkout/request/wrong-objects.js';
import {EVENTS} from './events.js';
import type {RzpMagicButtonProps} from './props.js';

/** What no text can say, and is set on the element. The order data is also written, as JSON. */
export const OBJECTS = ['createOrder', 'requestHeaders', 'notes', 'options'] as const;

type Value = string | number | boolean | object | null | undefined;

/** HTML takes these as set wherever they are written, also as `false`. */
const BARE = ['disabled', 'hidden', 'inert', 'formNoValidate'];

const isOfTag = (name: string) => name in OPTIONS || name in OWN_ATTRIBUTES;
const isSetLater = (name: string) =>
  name in EVENTS || name === 'nonce' || OBJECTS.some((each) => each === name);

/**
 * Returns what React is to write into the tag: attributes with texts, because each version of React
 * writes other values in a way of its own, and the server another one than the browser.
 */
export function attributesOf(props: RzpMagicButtonProps): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props) as [string, Value][]) {
    if (value == null || isSetLater(name)) continue;
    if (BARE.includes(name)) attributes[name] = value === false ? undefined : value;
    else if (isOfTag(name)) attributes[attributeOf(name)] = `${value as string | number | boolean}`;
    else if (name === 'orderData') attributes['order-data'] = orderDataAttribute(props.orderData);
    else attributes[name === 'className' ? 'class' : name] = value;
  }
  return attributes;
}

/** Returns order data as JSON, or what a press refuses and names where JSON would lose something of it. */
export function orderDataAttribute(orderData: RzpMagicButtonProps['orderData']): string {
  try {
    if (!wrongObjects({orderData})) return orderDataText({orderData});
  } catch {
    // As with what is no object of data.
  }
  return Object.prototype.toString.call(orderData);
}
