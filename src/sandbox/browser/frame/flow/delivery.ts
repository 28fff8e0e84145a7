import {placeOf} from '../../../model/input/pincodes.js';
import * as backend from '../state/backend.js';
import {addressOf, shippingOf, type State, wordsOf} from '../state/state.js';
import {addressErrors, isZipcode, withoutEmpty} from './form-errors.js';
import type {Session} from './session.js';

/** From the contact to the payment: where the goods go, and how. */
export class Delivery {
  readonly #session: Session;
  /** The place of the last request: an answer for another place comes too late. */
  #asked = '';

  constructor(session: Session) {
    this.#session = session;
  }

  /** Begins with a saved address where there is one, and with the form otherwise. */
  async begin(): Promise<void> {
    const {addresses, form, settings} = this.#session.state;
    this.#asked = '';
    this.#session.update({
      addressId: addresses[0]?.id ?? '',
      screen: 'address',
      serviceability: {is: 'unknown'},
      form: {...form, fullName: form.fullName || (settings?.prefill.name ?? '')},
    });
    if (addresses.length || isZipcode(form)) await this.quote();
  }

  /** Takes a saved address, or with an empty id the form. */
  async chooseAddress(addressId: string): Promise<void> {
    this.#session.update({addressId, errors: {}, serviceability: {is: 'unknown'}});
    const {form} = this.#session.state;
    if (!addressId && !isZipcode(form)) return;
    await this.quote();
    const address = addressOf(this.#session.state);
    const {serviceability} = this.#session.state;
    if (addressId && serviceability.is === 'serviceable') {
      this.#session.track('address_selected', {
        address: {
          ...address,
          entity_id: '',
          entity_type: 'customer',
          type: 'shipping_address',
          primary: false,
          landmark: '',
        },
      });
    }
  }

  /** Asks for the delivery as soon as the pincode is complete, for the pincode decides it. */
  editedZipcode(): void {
    const {form} = this.#session.state;
    this.#asked = '';
    this.#session.update({serviceability: {is: 'unknown'}, shippingMethods: [], shippingId: ''});
    if (isZipcode(form)) {
      this.#session.track('pincode_entered', {pinCode: form.zipcode});
      void this.quote();
    }
    this.#fillPlace();
  }

  /** City and state follow from the pincode, as far as they do; what the shopper typed stays. */
  #fillPlace(): void {
    const {errors, form, typed} = this.#session.state;
    const {city = '', state = ''} = form.country === 'IN' ? placeOf(form.zipcode) : {};
    const filled = {...(!typed.city && {city}), ...(!typed.state && {state})};
    this.#session.update({
      form: {...form, ...filled},
      errors: withoutEmpty({
        ...errors,
        ...(filled.city && {city: ''}),
        ...(filled.state && {state: ''}),
      }),
    });
  }

  /** Asks the merchant's server for the delivery to the address. */
  async quote(): Promise<void> {
    const {addressId, state, zipcode, country} = destinationOf(this.#session.state);
    const place = `${addressId} ${zipcode} ${country}`;
    this.#asked = place;
    this.#session.update({serviceability: {is: 'checking'}, shippingMethods: [], shippingId: ''});
    try {
      const reply = await this.#session.current(
        backend.quoteShipping({
          ...this.#session.about(),
          address_id: addressId,
          zipcode,
          state,
          country,
        }),
      );
      if (!reply || this.#asked !== place) return;
      const methods = reply.methods.filter(({serviceable}) => serviceable);
      this.#session.update({
        shippingMethods: methods,
        isCodRefused: reply.isCodRefused,
        shippingId: methods[0]?.id ?? '',
        serviceability: {is: methods.length ? 'serviceable' : 'unserviceable'},
      });
    } catch (error) {
      if (this.#asked !== place) return;
      this.#asked = '';
      this.#session.update({serviceability: {is: 'failed', error: backend.errorOf(error)}});
    }
  }

  async submitAddress(): Promise<void> {
    const {addressId, form, isBusy, settings} = this.#session.state;
    const errors = addressId ? {} : addressErrors(form, wordsOf(this.#session.state));
    if (isBusy || !settings) return;
    this.#session.update({errors});
    if (Object.keys(errors).length) return;
    const {is} = this.#session.state.serviceability;
    if (is === 'unknown' || is === 'failed') await this.quote();
    const {serviceability} = this.#session.state;
    if (serviceability.is !== 'serviceable') return;
    const address = addressOf(this.#session.state);
    if (!addressId) {
      const {savesAddress} = this.#session.state;
      this.#session.track('address_added', {
        address: {
          ...address,
          landmark: '',
          save_my_address: savesAddress,
          new_shipping_address_cta: false,
        },
      });
    }
    this.#session.update({screen: 'shipping'});
    this.#session.track('address_info_submitted');
  }

  chooseShipping(shippingId: string): void {
    this.#session.update({shippingId});
  }

  /** Whether the shopper may go on to pay. */
  submitShipping(): boolean {
    const shipping = shippingOf(this.#session.state);
    if (!shipping) return false;
    const {id, name, shipping_fee, cod, cod_fee} = shipping;
    this.#session.track('shipping_selected', {id, name, shipping_fee, cod, cod_fee});
    return true;
  }

  toggleSaving(): void {
    this.#session.update({savesAddress: !this.#session.state.savesAddress});
  }
}

const destinationOf = (
  state: State,
): {addressId: string; zipcode: string; country: string; state: string} => {
  const {country, id = '', state: region, zipcode} = addressOf(state);
  return {addressId: id, zipcode, country, state: region};
};
