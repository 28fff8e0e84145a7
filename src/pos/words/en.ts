import type {PosWords} from './words.js';

const CALL = 'Call whoever looks after the till.';
const LOOK = 'Look at the screen of the device, then try again.';
const CONNECT = 'Check its cable, power and network, then try again.';

export const words = {
  language: 'en',
  send: 'Send to the device',
  label: {
    preparing: 'Sending…',
    processing: 'On the device…',
    unconfirmed: 'Not confirmed',
    paid: 'Paid',
  },
  preparing: 'The sale is sent to the device.',
  processing: 'Ask the customer to tap, insert or scan on the device.',
  cancelling: 'Cancelling: the device and the payment are looked up.',
  notCancelled: 'It could not be cancelled and is still on the device. Cancel it there.',
  cancelled: 'Cancelled. Nothing was paid.',
  paid: 'Paid.',
  paidAmount: '{amount} paid.',
  paidBefore: 'This sale is paid: {id}. Do not charge again.',
  device: {
    VALIDATION_FAILED: ['The gateway did not take this sale.', CALL],
    ORDER_NOT_FOUND: ['The gateway does not know this sale.', CALL],
    ACTIVITY_NOT_FOUND: ['The device does not know this sale any more.', 'Try again.'],
    UNSUPPORTED_ACTION: ['The device can not do this.', CALL],
    BUSINESS_LOGIC_ERROR: [
      'The device is in proxy mode, in which it takes no sales.',
      'Change its mode, then try again.',
    ],
    AUTHENTICATION_FAILED: ['The gateway did not accept the shop.', CALL],
    DEVICE_DISCONNECTED: ['The device is not connected.', CONNECT],
    device_not_connected: ['The device is not connected.', CONNECT],
    DEVICE_BUSY: ['Another sale is on the device.', 'Finish or cancel that one, then try again.'],
    DEVICE_NOT_FOUND: [
      'There is no device of this number.',
      'Switch it on, check its number, then try again.',
    ],
    DEVICE_TIMEOUT: ['The device did not answer.', LOOK],
    DEVICE_ERROR: ['The device stopped.', 'Start it again, then try again.'],
    DEVICE_MALFUNCTION: ['The device is broken.', 'Take another device, or start it again.'],
    checkout_not_found: ['The sale was not on the device any more.', 'Try again.'],
    CARD_DECLINED: ['The card was declined.', 'Ask for another card or UPI, then try again.'],
    CARD_READ_ERROR: [
      'The card could not be read.',
      'Try again, and have the card inserted instead of tapped.',
    ],
    INVALID_PIN: ['The PIN was wrong.', 'Try again.'],
    TIMEOUT: ['Nobody paid in time.', 'Try again once the customer is ready.'],
    TRANSACTION_CANCELLED: [
      'It was cancelled on the device.',
      'Try again if the customer wants to pay.',
    ],
    NETWORK_ERROR: ['The device lost its network.', 'Check its Wi-Fi or SIM card, then try again.'],
    GATEWAY_UNREACHABLE: [
      'The device can not be reached.',
      'Check its power, its network and the till’s own machine, then try again.',
    ],
    ANSWER_LOST: ['The answer of the device was lost.', LOOK],
    INVALID_ANSWER: ['The gateway said something that nobody knows.', CALL],
    UNKNOWN: ['The device stopped for a reason that nobody knows.', LOOK],
  },
  nothingPaid: 'Nothing was paid.',
  notPaid: 'Nothing was paid. Try again if the customer wants to pay.',
  notSent: 'The sale did not reach the device. Try again.',
  doubt:
    'Do not charge again: it is not known yet whether the customer has paid. This till goes on asking.',
  unreachable:
    'The shop’s server does not answer. Do not charge again: the customer may have paid. This till goes on asking; check its network.',
  signedOut:
    'Your server does not let you ask about this sale. Do not charge again: the customer may have paid. Sign in, then press “{action}”.',
  orderOver:
    'This sale was paid or closed before. Look it up before you charge again, or press “{action}”.',
  refused: {
    FORBIDDEN: 'You are not signed in as a cashier. Sign in, then try again.',
    DEVICE_NOT_ALLOWED: 'This device is not one of the shop’s. Choose another one.',
    ORDER_NOT_FOUND: 'Your server does not know this sale. Start a new one.',
    RATE_LIMITED: 'There were too many tries. Wait a moment, then try again.',
  },
  notSetUp: `This till is not set up. ${CALL}`,
  trouble: 'The shop’s server has a problem. Nothing was sent. Try again.',
  unexpected: 'Something went wrong. Nothing was sent. Try again.',
  notLoaded:
    'This till could not be loaded. Nothing was sent. Check the network, reload the page, and press again.',
  cancel: 'Cancel',
  checkAgain: 'Check again',
  tryAgain: 'Try again',
  newSale: 'New sale',
} satisfies PosWords;
