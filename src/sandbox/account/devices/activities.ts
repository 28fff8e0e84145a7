import type {DeviceMode} from '../../../wire/device.js';
import type {Faults} from '../../faults/faults.js';
import {orderAlreadyPaid} from '../../model/api-error.js';
import type {DeviceActivity, DeviceRequest, InPersonCheckout} from '../../model/devices/device.js';
import {CHECKOUT_NOT_FOUND, DEVICE_NOT_CONNECTED} from '../../model/devices/device-failures.js';
import {
  activityNotFound,
  deviceError,
  orderNotFound,
  validationFailed,
} from '../../model/devices/gateway-error.js';
import {isId, newId} from '../../model/random-id.js';
import type {PaymentProcessor} from '../payment-processor.js';
import type {Store} from '../store.js';
import {isBusy, type Device} from './device.js';
import type {DeviceBook} from './device-book.js';
import type {Terminals} from './terminals.js';

interface ActivitiesParts {
  readonly store: Store;
  readonly processor: PaymentProcessor;
  readonly faults: Faults;
  readonly book: DeviceBook;
  readonly terminals: Terminals;
}

interface ActivityRecord {
  readonly activity: DeviceActivity;
  readonly mode: DeviceMode;
  readonly device: Device;
}

/** What the gateway answers, while the device is left as it is. */
const REFUSALS = ['disconnected', 'not-found', 'busy', 'error'] as const;

/** The gateway in front of the devices: it is asked for activities, and says what became of them. */
export class Activities {
  readonly #store: Store;
  readonly #processor: PaymentProcessor;
  readonly #faults: Faults;
  readonly #book: DeviceBook;
  readonly #terminals: Terminals;
  readonly #records = new Map<string, ActivityRecord>();

  constructor({store, processor, faults, book, terminals}: ActivitiesParts) {
    this.#store = store;
    this.#processor = processor;
    this.#faults = faults;
    this.#book = book;
    this.#terminals = terminals;
  }

  /**
   * Puts a checkout on a device, or takes it away. A device that is not connected makes an activity
   * that failed.
   *
   * @throws {GatewayError} where the device can't do it.
   */
  create(request: DeviceRequest): DeviceActivity {
    const checkout = request.action === 'initiate_checkout' ? request.checkout : undefined;
    if (checkout) this.#checkOrder(checkout);
    const device = this.#book.reach(request);
    const place = {
      route: 'POST /devices/activity',
      orderId: checkout?.order_id ?? device.sale?.checkout.order_id,
    } as const;
    const words = [...REFUSALS, 'unplugged', 'timeout', 'unsupported-action'] as const;
    const fault = this.#faults.take('device', place, ...words)?.word;
    if (fault && fault !== 'unplugged' && fault !== 'timeout') throw deviceError(fault);
    const activity =
      device.isConnected && fault !== 'unplugged'
        ? this.#act(device, request)
        : failed(newActivity(request), DEVICE_NOT_CONNECTED);
    this.#records.set(activity.id, {activity, mode: request.mode, device});
    if (fault === 'timeout') throw deviceError('timeout');
    return activity;
  }

  /**
   * What became of an activity. As long as a device is not connected nobody can say so of what is on
   * it: it has a battery and a network of its own, and may be paid on.
   *
   * @throws {GatewayError} for an id that is malformed or unknown, also where the activity is another mode's.
   */
  get(id: string, mode: DeviceMode | undefined): DeviceActivity {
    if (!isId('pda', id)) {
      throw validationFailed('activity_processor', 'Invalid activity ID format', {
        field: 'activity_id',
      });
    }
    const record = this.#records.get(id);
    if (record === undefined) throw activityNotFound();
    if (mode !== undefined && mode !== record.mode) throw activityNotFound();
    const {activity, device} = record;
    const place = {
      route: 'GET /devices/activity/:id',
      orderId: activity.initiate_checkout?.order_id,
    } as const;
    const words = [...REFUSALS, 'unplugged', 'timeout'] as const;
    const fault = this.#faults.take('device', place, ...words)?.word;
    if (fault) throw deviceError(fault === 'unplugged' ? 'disconnected' : fault);
    if (!device.isConnected && device.sale?.activity === activity) {
      throw deviceError('disconnected');
    }
    return activity;
  }

  #act(device: Device, request: DeviceRequest): DeviceActivity {
    const activity = newActivity(request);
    if (request.action === 'initiate_checkout') {
      if (isBusy(device)) throw deviceError('busy');
      this.#terminals.show(device, activity, request.checkout, request.notes);
      return activity;
    }
    if (!isBusy(device)) return failed(activity, CHECKOUT_NOT_FOUND);
    // What the bank is asked for can not be taken back.
    if (device.screen === 'processing') throw deviceError('unsupported-action');
    this.#terminals.cancel(device);
    activity.status = 'completed';
    return activity;
  }

  /** What is to be paid has to be what the order says. */
  #checkOrder({amount, currency, order_id: id}: InPersonCheckout): void {
    const order = this.#store.orders().find((known) => known.id === id);
    if (!order) throw orderNotFound();
    if (!this.#processor.takesPayments(id)) throw orderAlreadyPaid();
    const isRight = order.partial_payment ? amount <= order.amount_due : amount === order.amount;
    if (!isRight) throw mismatch('amount', 'Amount must be that of the order');
    if (currency !== order.currency)
      throw mismatch('currency', 'Currency must be that of the order');
  }
}

const mismatch = (field: string, description: string) =>
  validationFailed('activity_processor', description, {
    field: `initiate_checkout.${field}`,
    reason: 'invalid_value',
  });

function newActivity(request: DeviceRequest): DeviceActivity {
  const {action, deviceId} = request;
  return {
    id: newId('pda'),
    entity: 'device.activity',
    ...(deviceId !== undefined && {device_id: deviceId}),
    action,
    ...(action === 'initiate_checkout' && {initiate_checkout: request.checkout}),
    status: 'processing',
    error: null,
  };
}

const failed = (activity: DeviceActivity, error: DeviceActivity['error']): DeviceActivity => ({
  ...activity,
  status: 'failed',
  error,
});
