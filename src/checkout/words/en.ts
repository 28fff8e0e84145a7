import type {Words} from './words.js';

/** What the shopper is told, in English. */
export const words = {
  language: 'en',
  type: {
    pay: ['Pay now', 'Pay {amount}'],
    buy: ['Buy now', 'Buy · {amount}'],
    order: ['Order now', 'Order · {amount}'],
    checkout: ['Check out', 'Check out · {amount}'],
    donate: ['Donate', 'Donate {amount}'],
    subscribe: ['Subscribe', 'Subscribe · {amount}'],
    book: ['Book now', 'Book · {amount}'],
  },
  label: {
    preparing: 'Opening…',
    open: 'Waiting for payment…',
    verifying: 'Confirming…',
    checking: 'Checking payment…',
    unconfirmed: 'Not confirmed',
    paid: 'Paid',
    placed: 'Order placed',
  },
  finish: 'Finish in the payment window.',
  message: '{title}. {text}',
  notice: {
    failed: {
      title: 'That payment did not go through',
      text: 'Nothing was taken, or it comes back by itself in 5 to 7 days.',
    },
    unseen: {
      title: 'No payment has reached us so far',
      text: 'If your bank says that you paid, check again in a moment.',
    },
    unasked: {
      title: 'No payment has reached us so far',
      text: 'If your bank says that you paid, contact the shop before you pay again.',
    },
    unreachable: {
      title: 'Please do not pay again yet',
      text: 'We could not ask the shop whether a payment has arrived. Please check again in a moment.',
    },
    attempted: {
      title: 'Please do not pay again',
      text: 'We are checking whether your payment went through.',
    },
    pending: {
      title: 'Please do not pay again',
      text: 'Your payment is not confirmed yet; we keep checking.',
    },
    rejected: {
      title: 'Please do not pay again',
      text: 'Your payment could not be confirmed; contact the shop with this number.',
    },
    paid: {
      title: 'Thank you',
      text: 'Your payment has arrived.',
      textWithAmount: 'Your payment of {amount} has arrived.',
    },
    placed: {
      title: 'You pay at the door',
      titleWithAmount: 'Pay {amount} at the door',
      text: 'Thank you for your order {order}.',
    },
    earlierPaid: {
      title: 'Your earlier payment went through',
      text: 'Order {order}.',
    },
    earlierPlaced: {
      title: 'Your earlier order is placed',
      text: 'You pay at the door. Order {order}.',
    },
  },
  payment: 'Payment {payment}',
  error: {
    unavailable: {title: 'Payment is not available right now', text: '{standing}'},
    trouble: {
      title: 'The shop has a problem just now',
      text: '{standing} Please try again.',
    },
    notLoaded: {
      title: 'The payment window could not be loaded',
      text: 'Check your connection or ad blocker, then try again.',
    },
    slow: {
      title: 'The payment window is slow to load',
      text: 'Please try again in a moment.',
    },
    closed: {
      title: 'The payment window closed',
      text: 'Please try again or contact the shop.',
    },
    silent: {title: 'The payment window did not appear', text: 'Please try again.'},
    busy: {title: 'Another payment is open on this page', text: 'Finish or close that one first.'},
    unexpected: {title: 'Something went wrong', text: 'Please try again.'},
    broken: {
      title: 'This button could not be loaded',
      text: 'Please reload the page and try again.',
    },
  },
  standing: {
    uncharged: 'You have not been charged.',
    tried: 'No payment has reached us so far.',
    paid: 'Your earlier payment is not confirmed yet: please do not pay again.',
  },
  action: {
    tryAgain: ['Try again', 'Try again · {amount}'],
    checkAgain: 'Check again',
    checkCharge: 'I was charged, check again',
    viewOrder: 'View order',
    buyAgain: 'Buy again',
    copy: 'Copy number',
    copied: 'Copied',
  },
  slow: {
    title: 'This is taking long',
    text: 'The payment window shows nothing yet.',
    close: 'Close it',
    paying: 'A payment is on its way. Please wait for it.',
  },
  secured: 'Secured by Razorpay',
  mark: {
    upi: 'UPI',
    card: 'Card',
    netbanking: 'Net banking',
    wallet: 'Wallet',
    emi: 'EMI',
    paylater: 'Pay later',
    cod: 'Cash on delivery',
  },
} satisfies Words;
