import type {Address} from '../entities.js';
import * as backend from './backend.js';
import type {Context} from './context.js';
import {addressErrors, isZipcode} from './form-errors.js';
import {shippingOf, type Form, type State} from './state.js';
import {wordsOf} from './words/say.js';

/** From the contact to the payment: who it is, where the goods go, and how. */
export class Delivery {
  readonly #context: Context;
  /** Where it was asked for last, so that an older answer does not win. */
  #asked = '';

  constructor(context: Context) {
    this.#context = context;
  }

  /** Begins with the OTP of somebody who has saved addresses, and with the address otherwise. */
  async begin(): Promise<void> {
    this.#context.update({isBusy: true});
    const reply = await this.#context
      .current(backend.fetchCustomer(this.#context.about()))
      .catch(() => ({isReturning: false}));
    if (!reply) return;
    const {form, settings} = this.#context.state;
    this.#asked = '';
    this.#context.update({
      isBusy: false,
      customer: reply.isReturning ? 'returning' : 'new',
      addresses: [],
      addressId: '',
      screen: reply.isReturning ? 'login' : 'address',
      serviceability: {is: 'unknown'},
      form: {...form, loginOtp: '', fullName: form.fullName || (settings?.prefill.name ?? '')},
    });
    if (reply.isReturning) this.#context.track('otp_initiated', {otp_verified: false});
    else {
      this.#context.track('user_data');
      if (isZipcode(form)) await this.quote();
    }
  }

  async submitOtp(): Promise<void> {
    const {form, isBusy} = this.#context.state;
    if (isBusy) return;
    this.#context.update({isBusy: true, errors: {}});
    try {
      const reply = await this.#context.current(
        backend.verifyCustomer({...this.#context.about(), otp: form.loginOtp}),
      );
      if (!reply) return;
      this.#context.update({
        isBusy: false,
        customer: 'verified',
        addresses: reply.addresses,
        addressId: reply.addresses[0]?.id ?? '',
        screen: 'address',
      });
      this.#context.track('otp_submitted', {otp_verified: true});
      this.#context.track('user_data');
      await this.quote();
    } catch (error) {
      const {description} = backend.errorOf(error);
      this.#context.update({isBusy: false, errors: {loginOtp: description}});
    }
  }

  skipOtp(): void {
    this.#context.update({screen: 'address', errors: {}});
    this.#context.track('otp_skipped');
    this.#context.track('user_data');
  }

  /** Takes a saved address, or with an empty id the form. */
  async chooseAddress(addressId: string): Promise<void> {
    this.#context.update({addressId, errors: {}, serviceability: {is: 'unknown'}});
    const {form} = this.#context.state;
    if (!addressId && !isZipcode(form)) return;
    await this.quote();
    const address = addressOf(this.#context.state);
    const {serviceability} = this.#context.state;
    if (addressId && serviceability.is === 'serviceable') {
      this.#context.track('address_selected', {
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

  /** The pincode decides whether and how it is delivered: asked as soon as it is complete. */
  editedZipcode(): void {
    const {form} = this.#context.state;
    this.#asked = '';
    this.#context.update({serviceability: {is: 'unknown'}, shippingMethods: [], shippingId: ''});
    if (!isZipcode(form)) return;
    this.#context.track('pincode_entered', {pinCode: form.zipcode});
    void this.quote();
  }

  /** Asks the merchant's server for the delivery to the address. */
  async quote(): Promise<void> {
    const {addressId, state, zipcode, country} = placeOf(this.#context.state);
    const place = `${addressId} ${zipcode} ${country}`;
    this.#asked = place;
    this.#context.update({serviceability: {is: 'checking'}, shippingMethods: [], shippingId: ''});
    try {
      const reply = await this.#context.current(
        backend.quoteShipping({
          ...this.#context.about(),
          address_id: addressId,
          zipcode,
          state,
          country,
        }),
      );
      if (!reply || this.#asked !== place) return;
      const methods = reply.methods.filter(({serviceable}) => serviceable);
      this.#context.update({
        shippingMethods: methods,
        shippingId: methods[0]?.id ?? '',
        serviceability: {is: methods.length ? 'serviceable' : 'unserviceable'},
      });
    } catch (error) {
      if (this.#asked !== place) return;
      this.#asked = '';
      this.#context.update({serviceability: {is: 'failed', error: backend.errorOf(error)}});
    }
  }

  async submitAddress(): Promise<void> {
    const {addressId, form, isBusy, settings} = this.#context.state;
    const errors = addressId ? {} : addressErrors(form, wordsOf(this.#context.state));
    if (isBusy || !settings) return;
    this.#context.update({errors});
    if (Object.keys(errors).length) return;
    const {is} = this.#context.state.serviceability;
    if (is === 'unknown' || is === 'failed') await this.quote();
    const {serviceability} = this.#context.state;
    if (serviceability.is !== 'serviceable') return;
    const address = addressOf(this.#context.state);
    if (!addressId) {
      const {savesAddress} = this.#context.state;
      this.#context.track('address_added', {
        address: {
          ...address,
          landmark: '',
          save_my_address: savesAddress,
          new_shipping_address_cta: false,
        },
      });
    }
    this.#context.update({screen: 'shipping'});
    this.#context.track('address_info_submitted');
  }

  chooseShipping(shippingId: string): void {
    this.#context.update({shippingId});
  }

  /** True when the shopper may go on to pay. */
  submitShipping(): boolean {
    const shipping = shippingOf(this.#context.state);
    if (!shipping) return false;
    const {id, name, shipping_fee, cod, cod_fee} = shipping;
    this.#context.track('shipping_selected', {id, name, shipping_fee, cod, cod_fee});
    return true;
  }

  toggleSaving(): void {
    this.#context.update({savesAddress: !this.#context.state.savesAddress});
  }
}

const placeOf = (
  state: State,
): {addressId: string; zipcode: string; country: string; state: string} => {
  const {country, id = '', state: region, zipcode} = addressOf(state);
  return {addressId: id, zipcode, country, state: region};
};

/** The address that is chosen or typed. */
export function addressOf({addresses, addressId, form}: State): Address {
  return addresses.find(({id}) => id === addressId) ?? typedAddress(form);
}

const typedAddress = (form: Form): Address => ({
  name: form.fullName.trim(),
  line1: form.line1.trim(),
  line2: form.line2.trim(),
  city: form.city.trim(),
  state: form.state.trim(),
  country: form.country,
  zipcode: form.zipcode.trim(),
  contact: form.contact,
  tag: 'Home',
});
