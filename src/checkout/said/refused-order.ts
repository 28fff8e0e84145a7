import {CheckoutError, type CheckoutErrorInit} from '../shell/checkout-error.js';
import {plainly} from './plain.js';
import type {Told} from './told.js';

/** Why no order is opened, in words that are the shopper's to read. */
export class RefusedOrder extends CheckoutError {
  declare readonly told: Told;

  constructor(told: Told, init: CheckoutErrorInit = {}) {
    super('order_refused', plainly(told), {retryable: true, ...init});
    this.told = told;
  }
}
