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
  processing: 'Ask the customer to tap, insert or scan on the device.',
  cancelling: 'Cancelling…',
  notCancelled: 'It could not be cancelled and is still on the device. Cancel it there.',
  cancelled: 'Cancelled.',
  paid: 'Paid.',
  paidAmount: '{amount} paid.',
  paidBefore: 'This sale is paid: {id}. Do not charge again.',
  device: {
    refused: ['The gateway did not take this sale.', CALL],
    proxy: ['The device is in proxy mode.', 'Change its mode, then try again.'],
    disconnected: ['The device is not connected.', CONNECT],
    busy: ['Another sale is on the device.', 'Finish or cancel that one, then try again.'],
    missing: [
      'There is no device of this number.',
      'Switch it on, check its number, then try again.',
    ],
    silent: ['The device did not answer.', LOOK],
    stopped: ['The device stopped for a reason that nobody knows.', LOOK],
    broken: ['The device is broken.', 'Take another device.'],
    gone: ['The sale was not on the device any more.', 'Try again.'],
    declined: ['The card was declined.', 'Ask for another card or UPI, then try again.'],
    unread: [
      'The card could not be read.',
      'Try again, and have the card inserted instead of tapped.',
    ],
    wrongPin: ['The PIN was wrong.', 'Try again.'],
    late: ['Nobody paid in time.', 'Try again once the customer is ready.'],
    cancelled: ['It was cancelled on the device.', 'Try again if the customer wants to pay.'],
    offline: ['The device lost its network.', 'Check its Wi-Fi or SIM card, then try again.'],
    unreachable: ['The device can not be reached.', CONNECT],
  },
  nothingPaid: 'Nothing was paid.',
  notSent: 'The sale did not reach the device. Try again.',
  doubt:
    'Do not charge again: it is not known yet whether the customer has paid. This till goes on asking.',
  unreachable: 'The shop’s server does not answer; check the network here.',
  signedOut: 'Do not charge again: the customer may have paid. Sign in, then press “{action}”.',
  orderOver:
    'This sale was paid or closed before. Look it up before you charge again, or press “{action}”.',
  refused: {
    FORBIDDEN: 'You are not signed in as a cashier. Sign in, then try again.',
    DEVICE_NOT_ALLOWED: 'This device is not one of the shop’s. Choose another one.',
    ORDER_NOT_FOUND: 'Your server does not know this sale. Start a new one.',
    RATE_LIMITED: 'There were too many tries. Wait a moment, then try again.',
  },
  notSetUp: `This till is not set up. ${CALL}`,
  trouble: 'The shop’s server has a problem.',
  unexpected: 'Something went wrong.',
  notLoaded: 'This till could not be loaded. Reload the page.',
  cancel: 'Cancel',
  checkAgain: 'Check again',
  tryAgain: 'Try again',
  newSale: 'New sale',
} satisfies PosWords;
