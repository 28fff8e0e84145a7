import type {Faults} from '../../faults/faults.js';
import {ApiError} from '../../model/api-error.js';
import type {
  ActivityError,
  DeviceActivity,
  DeviceScreen,
  InPersonCheckout,
} from '../../model/devices/device.js';
import {
  CARD_READ_ERROR,
  cardDeclined,
  DEVICE_MALFUNCTION,
  INSUFFICIENT_FUNDS,
  INVALID_PIN,
  NETWORK_ERROR,
  PIN_FAILURE,
  TIMEOUT,
  TRANSACTION_CANCELLED,
} from '../../model/devices/device-failures.js';
import type {Instrument, Notes, Payment, PaymentFailure} from '../../model/entities.js';
import {
  failureOfTestCard,
  INSUFFICIENT_FUND,
  ORDER_ALREADY_PAID,
  TIMED_OUT,
  UNSUCCESSFUL,
} from '../../model/payment-failures.js';
import type {Clock} from '../../runtime/clock.js';
import type {PaymentProcessor} from '../payment-processor.js';
import type {Store} from '../store.js';
import {isBusy, MOST_PIN_TRIES, type Device, type Sale} from './device.js';
import {PIN, readCard, type DeviceCard, type TappedCard} from './wallet.js';

/** Above it a card wants its PIN. */
const MOST_WITHOUT_PIN_PAISE = 500_000;
/** How many digits of a PIN can be typed. */
const MOST_DIGITS = 6;
/** The UPI address that the shopper pays from: the one of Razorpay's test mode. */
const SHOPPER_VPA = 'success@razorpay';

interface TerminalsParts {
  readonly store: Store;
  readonly processor: PaymentProcessor;
  readonly faults: Faults;
  readonly clock: Clock;
}

/** What happens at the devices: the shopper pays, or does not. Nothing is paid by itself. */
export class Terminals {
  readonly #store: Store;
  readonly #processor: PaymentProcessor;
  readonly #faults: Faults;
  readonly #clock: Clock;

  constructor({store, processor, faults, clock}: TerminalsParts) {
    this.#store = store;
    this.#processor = processor;
    this.#faults = faults;
    this.#clock = clock;
  }

  /** Shows what is to be paid. */
  show(device: Device, activity: DeviceActivity, checkout: InPersonCheckout, notes: Notes): void {
    device.screen = checkout.prefill?.method === 'upi' ? 'qr' : 'ready';
    // The last shopper has taken theirs along.
    device.receipt = undefined;
    device.isOutOfPaper = false;
    device.sale = {
      activity,
      checkout,
      notes,
      card: undefined,
      digits: '',
      pinTriesLeft: MOST_PIN_TRIES,
      paymentId: undefined,
    };
  }

  /** The shopper chooses between card and UPI. */
  choose(device: Device, screen: 'ready' | 'qr'): void {
    saleOn(device, 'ready', 'qr');
    device.screen = screen;
  }

  /** A card is held to the device, which asks for its PIN where that is needed. */
  tap(device: Device, card: DeviceCard): void {
    const sale = saleOn(device, 'ready', 'qr');
    const tapped = readCard(card);
    const {amount, currency, order_id: orderId} = sale.checkout;
    if (this.#faults.take('device', {orderId}, 'read-error')) {
      this.#fail(device, sale, CARD_READ_ERROR);
    } else if (currency === 'INR' && amount <= MOST_WITHOUT_PIN_PAISE) {
      this.#payByCard(device, sale, tapped);
    } else {
      Object.assign(sale, {card: tapped, digits: '', pinTriesLeft: MOST_PIN_TRIES});
      device.screen = 'pin';
    }
  }

  /** A digit of the PIN. */
  press(device: Device, digit: string): void {
    const sale = saleOn(device, 'pin');
    if (sale.digits.length < MOST_DIGITS) sale.digits += digit;
  }

  /** Takes back what was typed of the PIN. */
  clear(device: Device): void {
    saleOn(device, 'pin').digits = '';
  }

  /** The PIN is entered as far as it was typed. */
  enter(device: Device): void {
    const sale = saleOn(device, 'pin');
    const {digits, card} = sale;
    sale.digits = '';
    if (!card || !digits) return;
    const {order_id: orderId} = sale.checkout;
    const isWrong = this.#faults.take('device', {orderId}, 'wrong-pin') !== undefined;
    if (isWrong || digits !== PIN) sale.pinTriesLeft -= 1;
    else this.#payByCard(device, sale, card);
    if (!sale.pinTriesLeft) this.#pay(device, sale, card.instrument, PIN_FAILURE);
  }

  /** The shopper scans the code on the device, and approves it in the UPI app. */
  payByUpi(device: Device): void {
    const sale = saleOn(device, 'ready', 'qr');
    this.#pay(device, sale, {method: 'upi', vpa: SHOPPER_VPA});
  }

  /** The shopper scans the code, and declines in the UPI app. */
  declineUpi(device: Device): void {
    const sale = saleOn(device, 'ready', 'qr');
    this.#pay(device, sale, {method: 'upi', vpa: SHOPPER_VPA}, UNSUCCESSFUL);
  }

  /** Somebody presses the red key, or the till takes the checkout back. */
  cancel(device: Device): void {
    const sale = saleOn(device, 'ready', 'qr', 'pin');
    sale.activity.status = 'failed';
    sale.activity.error = TRANSACTION_CANCELLED;
    device.screen = 'cancelled';
  }

  /** A key of the keypad, whatever the screen shows: what means nothing there does nothing. */
  key(device: Device, key: string): void {
    const {screen} = device;
    if (!isBusy(device)) {
      // How the last checkout ended was read.
      if (key === 'enter' || key === 'cancel') device.screen = 'idle';
    } else if (key === 'cancel') {
      if (screen !== 'processing') this.cancel(device);
    } else if (screen === 'pin') {
      if (key === 'enter') this.enter(device);
      else if (key === 'clear') this.clear(device);
      else if (/^\d$/.test(key)) this.press(device, key);
    }
  }

  #payByCard(device: Device, sale: Sale, {number, instrument}: TappedCard): void {
    this.#pay(device, sale, instrument, failureOfTestCard(number));
  }

  /** The bank is asked, which decides at once unless a fault makes it slow. */
  #pay(device: Device, sale: Sale, instrument: Instrument, failure?: PaymentFailure): void {
    const payment = this.#begin(device, sale, instrument);
    if (!payment) return;
    sale.paymentId = payment.id;
    const {order_id: orderId} = sale.checkout;
    const slow = this.#faults.take('device', {orderId}, 'slow');
    device.screen = 'processing';
    const decide = (): void => this.#decide(device, sale, payment, failure);
    if (slow) this.#clock.after(slow.seconds, decide);
    else decide();
  }

  #decide(device: Device, sale: Sale, payment: Payment, failure?: PaymentFailure): void {
    const error = this.#askBank(payment, failure);
    if (error) this.#fail(device, sale, error);
    else this.#complete(device, sale, payment);
  }

  /** Has the payment decided. Returns why the device says that it was not made, where it does. */
  #askBank(payment: Payment, failure?: PaymentFailure): ActivityError | undefined {
    const {id, order_id: orderId} = payment;
    const fault = this.#faults.take('device', {orderId}, ...AT_THE_BANK)?.word;
    // Nobody knows of this payment: it is open until it counts as timed out.
    if (fault === 'malfunction') return DEVICE_MALFUNCTION;
    const reason = failure ?? failureBy(fault, payment);
    if (reason) this.#processor.decline(id, reason);
    else this.#processor.approve(id);
    if (payment.status === 'failed') return endingOf(payment);
    // The money was taken, and the device does not hear it.
    return fault === 'network-error' ? NETWORK_ERROR : undefined;
  }

  /** Begins the payment; nothing where the order does not take it, which ends the checkout. */
  #begin(device: Device, sale: Sale, instrument: Instrument): Payment | undefined {
    const {amount, currency, description, order_id: orderId, prefill} = sale.checkout;
    try {
      return this.#processor.begin({
        orderId,
        amount,
        currency,
        contact: prefill?.contact ?? '',
        email: prefill?.email ?? 'void@razorpay.com',
        description,
        notes: sale.notes,
        instrument,
        isInPerson: true,
      });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const {code, reason} = error.body;
      this.#fail(device, sale, {code, description: error.message, reason});
      return undefined;
    }
  }

  #complete(device: Device, sale: Sale, payment: Payment): void {
    sale.activity.status = 'completed';
    device.screen = 'approved';
    const {checkout, card} = sale;
    device.isOutOfPaper =
      this.#faults.take('device', {orderId: checkout.order_id}, 'paper-out') !== undefined;
    if (device.isOutOfPaper) return;
    const {last4, network} = this.#store.card(payment.id) ?? {};
    device.receipt = {
      business: checkout.name,
      description: checkout.description,
      amount: payment.amount,
      currency: payment.currency,
      paymentId: payment.id,
      paidWith: last4 === undefined ? `UPI ${payment.vpa}` : `${network} ···· ${last4}`,
      hasPin: card !== undefined,
      at: this.#clock.seconds(),
    };
  }

  #fail(device: Device, {activity}: Sale, error: ActivityError): void {
    activity.status = 'failed';
    activity.error = error;
    device.screen = 'declined';
  }
}

/** Faults of the moment in which the bank decides. */
const AT_THE_BANK = ['declined', 'transaction-timeout', 'network-error', 'malfunction'] as const;

function failureBy(
  fault: (typeof AT_THE_BANK)[number] | undefined,
  {method}: Payment,
): PaymentFailure | undefined {
  if (fault === 'transaction-timeout') return TIMED_OUT;
  if (fault !== 'declined') return undefined;
  return method === 'card' ? INSUFFICIENT_FUND : UNSUCCESSFUL;
}

/** What the device says of a payment that failed. */
function endingOf({error_reason: reason, error_description: description}: Payment): ActivityError {
  switch (reason) {
    case TIMED_OUT.reason:
      return TIMEOUT;
    case PIN_FAILURE.reason:
      return INVALID_PIN;
    case UNSUCCESSFUL.reason:
    case 'payment_cancelled':
      return TRANSACTION_CANCELLED;
    case INSUFFICIENT_FUND.reason:
      return cardDeclined(INSUFFICIENT_FUNDS);
    case ORDER_ALREADY_PAID.reason:
      return {code: ORDER_ALREADY_PAID.code, description: ORDER_ALREADY_PAID.description, reason};
    default:
      return cardDeclined(description ?? 'Declined');
  }
}

/**
 * What is to be paid on a device that shows one of these screens.
 *
 * @throws {ApiError} for a device that shows another one.
 */
function saleOn({id, screen, sale}: Device, ...screens: readonly DeviceScreen[]): Sale {
  if (sale && screens.includes(screen)) return sale;
  throw new ApiError(
    `The device "${id}" shows "${screen}", and this is done where it shows "${screens.join('", "')}".`,
  );
}
