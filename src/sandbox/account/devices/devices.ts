import type {Faults} from '../../faults/faults.js';
import type {Clock} from '../../runtime/clock.js';
import type {PaymentProcessor} from '../payment-processor.js';
import type {Store} from '../store.js';
import {Activities} from './activities.js';
import {DeviceBook} from './device-book.js';
import {Terminals} from './terminals.js';

interface DevicesParts {
  readonly store: Store;
  readonly processor: PaymentProcessor;
  readonly faults: Faults;
  readonly clock: Clock;
}

/** POS devices: the merchant puts a checkout on one by the gateway, and the shopper pays on it. */
export class Devices {
  readonly book = new DeviceBook();
  readonly terminals: Terminals;
  readonly activities: Activities;

  constructor(parts: DevicesParts) {
    this.terminals = new Terminals(parts);
    this.activities = new Activities({...parts, book: this.book, terminals: this.terminals});
  }
}
