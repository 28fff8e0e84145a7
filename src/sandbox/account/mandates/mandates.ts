import type {WebhookEventName} from '../../../wire/events.js';
import type {Faults} from '../../faults/faults.js';
import type {Order, OrderRequest} from '../../model/entities.js';
import type {Announce, EventEntities} from '../../model/webhook-event.js';
import type {Clock} from '../../runtime/clock.js';
import type {PaymentMoves} from '../payment-moves.js';
import type {PaymentProcessor} from '../payment-processor.js';
import type {Store} from '../store.js';
import {Authorisations} from './authorisations.js';
import {Charges} from './charges.js';
import {Customers} from './customers.js';
import {RegistrationLinks} from './registration-links.js';
import {Tokens} from './tokens.js';

interface MandatesParts {
  readonly store: Store;
  readonly moves: PaymentMoves;
  readonly processor: PaymentProcessor;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly announce: Announce;
}

/** UPI Autopay: a shopper approves once, and the merchant charges again and again. */
export class Mandates {
  readonly customers: Customers;
  readonly tokens: Tokens;
  readonly authorisations: Authorisations;
  readonly charges: Charges;
  readonly links: RegistrationLinks;
  readonly #moves: PaymentMoves;

  constructor(parts: MandatesParts) {
    this.#moves = parts.moves;
    this.customers = new Customers(parts.clock);
    this.tokens = new Tokens(parts);
    this.links = new RegistrationLinks({...parts, customers: this.customers});
    this.authorisations = new Authorisations({...parts, tokens: this.tokens, links: this.links});
    this.charges = new Charges({...parts, customers: this.customers, tokens: this.tokens});
  }

  /**
   * Makes an order, and tells the shopper of the debit where it asks for that.
   *
   * @throws {ApiError} for a mandate of a customer who is unknown.
   */
  addOrder(request: OrderRequest): Order {
    const {customerId, mandate} = request;
    if (mandate && customerId !== undefined) this.customers.get(customerId);
    const order = this.#moves.addOrder(request);
    this.charges.notify(order);
    return order;
  }

  /** Hears what becomes of payments: mandates and links follow. */
  hear(event: WebhookEventName, entities: EventEntities): void {
    this.authorisations.hear(event, entities);
    this.charges.hear(event, entities);
    this.links.hear(event, entities);
  }
}
