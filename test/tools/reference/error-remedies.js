// What whoever buys, or sells, sees of each error, and what to do about it: a row for each code that
// the source has. What happened stands at the word itself.

const SEEN_BY_NOBODY = 'Nothing: only your code hears of it.';
const WAITS =
  'The button waits and asks again; "Please do not pay again" where money may have moved.';
const TROUBLE =
  'A notice that payment is not available right now, and whether they were charged; they can try again.';
const SAYS_NO =
  'The till says what the device said; the cashier can try again with the same order.';
const DOUBT = 'The till says "Do not charge again" and keeps asking.';

/** By the name of the list, then the code: what is seen, and what to do. */
export const REMEDIES = {
  CheckoutErrorCode: {
    config_invalid: [
      '"Payment is not available right now". No order was made.',
      'Mend what the message in the console names; `debug` says it before anybody presses.',
    ],
    chunk_failed: [
      '"This button could not be loaded. Please reload the page."',
      'Serve the files of the package beside the shell, or say where they are by `files`; allow them in `script-src`.',
    ],
    order_refused: [
      'The words of your server, or of the earlier order, below the button.',
      'Nothing, where that was meant. It is your `price` hook that refuses.',
    ],
    order_failed: [
      TROUBLE,
      'Look at the reply of `order-url` in the network panel, and at the log of your server.',
    ],
    order_reply_invalid: [
      '"Payment is not available right now".',
      'Answer 200 or 201 with `{"order_id": "order_…", "key_id": "rzp_…"}`.',
    ],
    script_failed: [
      '"The payment window could not be loaded", and a hint at connection and ad blocker.',
      'Allow `https://checkout.razorpay.com` in `script-src`. Where `script-url` leads to a sandbox, start it there. Of shoppers with a blocker nothing can be done.',
    ],
    script_timeout: [
      '"The payment window is slow to load"; the next press waits on.',
      'Nothing: it is the network. Many of them: load earlier, `load="visible"`.',
    ],
    script_no_constructor: [
      '"The payment window could not be loaded".',
      'See what answers in place of Razorpay’s script: a proxy, a blocker, a login page.',
    ],
    checkout_failed: [
      '"Payment is not available right now".',
      'Mend the option that the message quotes: Razorpay’s script refused it.',
    ],
    checkout_fault: [
      'That the payment window closed itself, and whether they were charged.',
      'Take key and order from one account and one mode, and have a payment method enabled. An order of the sandbox needs `script-url`, the address of its script; one that was started anew knows no order of before.',
    ],
    checkout_silent: [
      '"The payment window did not appear"; they can try again.',
      'Allow `https://api.razorpay.com` in `frame-src`.',
    ],
    checkout_busy: [
      '"Another payment is open on this page".',
      'Nothing: one checkout is open a page. Two at once are your code’s: await the first `open()`.',
    ],
    unexpected: [
      TROUBLE,
      'Read `error.cause`, which your own code may have thrown; else report it.',
    ],
  },
  PosErrorCode: {
    config_invalid: [
      'That the till is not set up. Nothing was sent.',
      'Mend what the message in the console names.',
    ],
    chunk_failed: [
      '"This till could not be loaded. Nothing was sent. Reload the page."',
      'Serve the files of the package beside the shell, or say where they are by `files`.',
    ],
    order_refused: [
      'The words of your server, or that the order is paid or closed.',
      'Nothing, where that was meant; else begin a new sale.',
    ],
    order_failed: [
      'That the order could not be made; the cashier can try again.',
      'Look at the reply of `order-url`, and at the log of your server.',
    ],
    order_reply_invalid: [
      'That the order could not be made.',
      'Answer 200 or 201 with `{"order_id": "order_…"}`.',
    ],
    device_busy: [
      'That another sale is on the device.',
      'End that one on the device, or cancel it at its till.',
    ],
    device_unreachable: [
      'That the device can’t be reached. Nothing was begun.',
      'See to cable, network and the gateway’s address in your server’s settings.',
    ],
    device_refused: [
      'That the till may not use the device. Nothing was begun.',
      'Put the device on the list of the kit, and sign the cashier in.',
    ],
    device_failed: [
      'That nothing was paid, and why; the cashier can try again.',
      'Read `error.device`: its code stands under [Devices](#devices).',
    ],
    unexpected: [
      'That it failed, and whether to charge again.',
      'Read `error.cause`; else report it.',
    ],
  },
  WIRE_ERROR_CODES: {
    INVALID_REQUEST: [
      TROUBLE,
      'Send the JSON that [the wire](../wire.md) has; `field` says what is wrong.',
    ],
    SIGNATURE_MISMATCH: [
      '"Please do not pay again", with the payment’s number.',
      'Give the kit the secret of the very key that made the order. Else somebody made the payment up.',
    ],
    IDEMPOTENCY_KEY_INVALID: [
      TROUBLE,
      'Have a proxy let the header `Idempotency-Key` through. The button sends it.',
    ],
    FORBIDDEN: [
      'The description, below the button.',
      'Have `session` know the shopper: send its cookie or token (`credentials`, `requestHeaders`).',
    ],
    NOT_FOUND: [TROUBLE, 'Mount the kit where the page asks, or set `basePath`.'],
    ORDER_NOT_FOUND: [
      '"Please do not pay again" where it was paid.',
      'Use one ledger for all machines; tell it of orders made elsewhere by `adopt()`.',
    ],
    METHOD_NOT_ALLOWED: [
      TROUBLE,
      'Use the method in the header `Allow`. A redirect turns a POST into a GET: write the address as it is.',
    ],
    BODY_TOO_LARGE: [TROUBLE, 'Send what identifies the cart, and not the cart’s pictures.'],
    UNSUPPORTED_MEDIA_TYPE: [TROUBLE, 'Send `Content-Type: application/json`.'],
    IDEMPOTENCY_CONFLICT: [
      'Nothing: the button asks once more with another key.',
      'Nothing, unless your own code calls the endpoint: a new key for another cart.',
    ],
    ORDER_REFUSED: ['The description, as your hook wrote it.', 'Nothing, where that was meant.'],
    PAYMENT_MISMATCH: [
      '"Please do not pay again", with the payment’s number.',
      'Look at the order in the dashboard: refund the payment, or ship by hand.',
    ],
    RATE_LIMITED: [WAITS, 'Raise `limit` where it is your own shoppers.'],
    INTERNAL: [TROUBLE, 'Read what `onError` was told: a hook of yours threw.'],
  },
  WIRE_FAILURE_CODES: {
    RAZORPAY_ERROR: [
      TROUBLE,
      'Read what `onError` was told: key, secret, or what the order holds.',
    ],
    RAZORPAY_UNAVAILABLE: [
      WAITS,
      'Nothing: webhook and sweep bring it home. See [Razorpay’s status page](https://status.razorpay.com).',
    ],
    LEDGER_UNAVAILABLE: [
      WAITS,
      'See to the database; what was paid meanwhile comes by webhook and sweep.',
    ],
  },
  DEVICE_REFUSALS: {
    DEVICE_NOT_ALLOWED: ['The till may not use the device.', 'Put its id on the list of devices.'],
    ACTIVITY_NOT_FOUND: [
      'Nothing was begun; the cashier can send it again.',
      'Nothing, unless each machine has a ledger of its own.',
    ],
    DEVICE_BUSY: ['Another sale is on the device.', 'End it there, or cancel it at its till.'],
    GATEWAY_UNREACHABLE: [
      'The device can’t be reached. Nothing was begun.',
      'See to the gateway and its address.',
    ],
  },
  DEVICE_ERRORS: {
    VALIDATION_FAILED: [SAYS_NO, 'Mend the field that the description names.'],
    ORDER_NOT_FOUND: [
      SAYS_NO,
      'Take the key of the gateway and of the orders from one account and one mode.',
    ],
    ACTIVITY_NOT_FOUND: [DOUBT, 'Nothing: the order itself is asked.'],
    UNSUPPORTED_ACTION: [SAYS_NO, 'Update the device.'],
    BUSINESS_LOGIC_ERROR: [SAYS_NO, 'Turn the proxy mode of the device off.'],
    AUTHENTICATION_FAILED: [
      SAYS_NO,
      'Use the credentials of this gateway, and `device-mode` as the device is joined.',
    ],
    DEVICE_DISCONNECTED: [SAYS_NO, 'Plug it in, turn it on, see to its network.'],
    device_not_connected: [SAYS_NO, 'Plug it in, turn it on, see to its network.'],
    DEVICE_BUSY: [SAYS_NO, 'End what is on the device.'],
    DEVICE_NOT_FOUND: [SAYS_NO, 'Write the `device-id` that the dashboard shows.'],
    DEVICE_TIMEOUT: [DOUBT, 'Wait; see to the network of the device where it lasts.'],
    DEVICE_ERROR: [DOUBT, 'Restart the device.'],
    DEVICE_MALFUNCTION: [DOUBT, 'Have the device replaced.'],
    checkout_not_found: [DOUBT, 'Nothing: there was nothing to close.'],
    CARD_DECLINED: [SAYS_NO, 'Ask for another card or way to pay.'],
    CARD_READ_ERROR: [SAYS_NO, 'Clean the card, try its chip, or another.'],
    INVALID_PIN: [SAYS_NO, 'Have the PIN entered anew.'],
    TIMEOUT: [DOUBT, 'Wait until the order says whether it was paid, then try again.'],
    TRANSACTION_CANCELLED: [SAYS_NO, 'Nothing: somebody meant it.'],
    NETWORK_ERROR: [DOUBT, 'See to the network of the device.'],
    GATEWAY_UNREACHABLE: [DOUBT, 'See to the gateway.'],
    ANSWER_LOST: [DOUBT, 'Nothing: the order is asked.'],
    INVALID_ANSWER: [
      DOUBT,
      'Read what `onError` was told; does something else answer at that address?',
    ],
    UNKNOWN: [DOUBT, 'Look the code up in Razorpay’s documentation.'],
  },
  PROMOTION_FAILURE_CODES: {
    INVALID_PROMOTION: ['Your reason, in the checkout.', 'Nothing.'],
    LOGIN_REQUIRED: ['The checkout asks them to sign in.', 'Nothing.'],
    REQUIREMENT_NOT_MET: [
      'Your reason, in the checkout.',
      'Say in it what is missing: "from ₹500".',
    ],
  },
  MANDATE_ERROR_CODES: {
    invalid: [SEEN_BY_NOBODY, 'Mend the `field` that it names.'],
    not_found: [SEEN_BY_NOBODY, 'Use the id that `onMandate` was told.'],
    not_chargeable: [
      SEEN_BY_NOBODY,
      'Wait for `confirmed`, or ask the shopper for another mandate.',
    ],
    over_max_amount: [SEEN_BY_NOBODY, 'Charge less, or ask for a mandate with a higher limit.'],
    charge_open: [SEEN_BY_NOBODY, 'Wait for `onCharge`.'],
    period_taken: [SEEN_BY_NOBODY, 'Charge the same amount again, or name another period.'],
    no_retry: [SEEN_BY_NOBODY, 'Ask the shopper: the attempt’s reason says for what.'],
    not_refundable: [SEEN_BY_NOBODY, 'Name the `attempt`.'],
    last_day: [SEEN_BY_NOBODY, 'Charge in the next cycle.'],
  },
  LEDGER_ERROR_CODES: {
    failed: [WAITS, 'See to the database that the cause names.'],
    closed: [WAITS, 'Close the ledger after the server; keep hooks short.'],
  },
  EXIT_CODES: {
    fine: ['Nothing.'],
    differs: ['Read the report: each row of it says what to do. A scheduler may call somebody.'],
    failed: ['Mend what the last line names, and run it again.'],
  },
  CLI_FAILURES: {
    noCommand: ['Write `sandbox`, `reconcile`, `doctor` or `integrity`.'],
    options: ['Look the option up in `--help`.'],
    noFile: ['Write the path from the folder that you are in.'],
    noCheckout: ['Export what `createCheckout()` gave, by this name or as the default.'],
    noLedger: ['Write one of the two.'],
    noKeys: ['Set both in the environment of the command.'],
    notOpened: ['See to what the database says: its address, its password, a lock.'],
    noShop: ['Write one of the two, or both.'],
    noAddress: ['Write it as the browser shows it, without a password.'],
    query: ['Set the secret in the environment of the command.'],
    liveKey: ['Use a test key; with `--live` an order is made that can be paid.'],
    noOrder: ['Add `--order`, or take the data off.'],
    noJson: ['Quote it for your shell: \'{"sku": "assam"}\'.'],
    noTag: ['Write one of the two tags.'],
    noBase: ['Write the folder of the files with its slash.'],
    noPort: ['Write a port of this machine.'],
    noCategory: ['Look it up in the dashboard: Account & Settings.'],
    portTaken: ['Stop what listens there, or take another port.'],
  },
  RAZORPAY_ERROR_CODES: {
    unreachable: [
      WAITS,
      'See to the network of your server. With the key of the sandbox, set `razorpay.baseUrl` to its address.',
    ],
    timeout: [WAITS, 'Nothing: it is asked again.'],
    refused: [TROUBLE, 'Mend what Razorpay’s description names.'],
    not_found: [
      TROUBLE,
      'Use the key that made the order. A sandbox knows nothing of before it was started: give the shop an empty ledger then.',
    ],
    unauthorized: [
      TROUBLE,
      'Set key id and secret as a pair; make a new secret where it is lost. The key of the sandbox needs `razorpay.baseUrl`, its address.',
    ],
    rate_limited: [WAITS, 'Ask less often: a sweep every few minutes is enough.'],
    server: [
      WAITS,
      'Nothing: it is asked again. See [Razorpay’s status page](https://status.razorpay.com).',
    ],
    invalid_reply: [WAITS, 'See what answers at `baseUrl`: a proxy?'],
  },
};
