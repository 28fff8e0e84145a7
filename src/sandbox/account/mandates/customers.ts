import {ApiError} from '../../model/api-error.js';
import type {Customer, CustomerRequest} from '../../model/mandate.js';
import {newId} from '../../model/random-id.js';
import type {Clock} from '../../runtime/clock.js';
import {Records} from '../records.js';

/** What of a customer can be changed. */
export type CustomerChange = Partial<Pick<Customer, 'name' | 'email' | 'contact' | 'gstin'>>;

/** The merchant's customers. Two are the same where e-mail address and phone number are. */
export class Customers {
  readonly #clock: Clock;
  readonly #customers = new Records<Customer>('cust');

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws {ApiError} for one that exists already, unless that one is asked for. */
  create({failsExisting, ...details}: CustomerRequest): Customer {
    const existing = this.#like(details);
    if (existing && failsExisting) throw alreadyExists();
    if (existing) return existing;
    const customer: Customer = {
      id: newId('cust'),
      entity: 'customer',
      ...details,
      created_at: this.#clock.seconds(),
    };
    this.#customers.add(customer.id, customer);
    return customer;
  }

  /** @throws {ApiError} where it would become the same as another one. */
  edit(id: string, change: CustomerChange): Customer {
    const customer = this.get(id);
    const other = this.#like({...customer, ...change}, customer);
    if (other) throw alreadyExists();
    return Object.assign(customer, change);
  }

  /** @throws {ApiError} for an id that is malformed or unknown. */
  get(id: string): Customer {
    return this.#customers.get(id);
  }

  /** The newest first. */
  all(): Customer[] {
    return this.#customers.all();
  }

  #like(details: Pick<Customer, 'email' | 'contact'>, but?: Customer): Customer | undefined {
    const name = nameOf(details);
    return this.all().find((other) => other !== but && name !== '' && nameOf(other) === name);
  }
}

/** What two customers may not have in common; without both details there is nothing to compare. */
const nameOf = ({email, contact}: Pick<Customer, 'email' | 'contact'>): string =>
  [email?.toLowerCase(), contact?.replace(/\D/g, '').slice(-10)].filter(Boolean).join(' ');

const alreadyExists = (): ApiError =>
  new ApiError('Customer already exists for the merchant', {step: 'NA'});
