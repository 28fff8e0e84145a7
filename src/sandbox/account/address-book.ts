import type {Address} from '../model/entities.js';
import {randomText} from '../model/random-id.js';

/** The addresses that shoppers saved, by mobile number. */
export class AddressBook {
  readonly #byContact = new Map<string, readonly Address[]>();

  has(contact: string): boolean {
    return this.#byContact.has(contact);
  }

  /** The newest first. */
  of(contact: string): readonly Address[] {
    return this.#byContact.get(contact) ?? [];
  }

  /** Saves an address under its own number, unless it is saved already. */
  add(address: Address): void {
    const known = this.of(address.contact);
    if (known.some((other) => isSame(other, address))) return;
    this.#byContact.set(address.contact, [{...address, id: randomText(14)}, ...known]);
  }
}

const isSame = (one: Address, other: Address): boolean =>
  one.id === other.id ||
  (['name', 'line1', 'line2', 'city', 'zipcode'] as const).every(
    (part) => one[part] === other[part],
  );
