import type {CheckoutRequest} from '../checkout/request/checkout-request.js';
import {readElement} from '../checkout/request/read-element.js';
import type {PressHost, PressHostClass} from './press-host.js';

/** Reads what a press of a button asks for. */
export const requestOf = (host: PressHost, answered = false): CheckoutRequest => ({
  ...readElement(host, host.speech?.misplaced),
  // From the property, because browsers empty the attribute.
  nonce: host.nonce,
  allowedScriptOrigins: (host.constructor as unknown as PressHostClass).allowedScriptOrigins,
  answered,
  wrong: host.speech?.wrongGiven,
  impersonal: host.speech?.impersonal,
});
