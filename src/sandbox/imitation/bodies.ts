import type {RequestFields, TableName} from './row.js';

/**
 * The bodies that the REST API reads, field by field: what Razorpay takes, and what the sandbox does
 * with it. A field that is in no row is refused as Razorpay refuses it.
 *
 * https://razorpay.com/docs/api/orders/create · https://razorpay.com/docs/payments/magic-checkout/web
 */
export const BODIES = {
  order: {
    amount: {
      type: 'integer',
      isRequired: true,
      here: 'imitated',
      about: 'At least `100` in rupees. In currencies of three decimals the last digit is 0.',
      inferred:
        'That an amount of three decimals that does not end in 0 is refused: the documentation asks not to send it.',
    },
    currency: {
      type: 'string',
      isRequired: true,
      here: 'imitated',
      about: 'One of the documented currencies.',
    },
    receipt: {
      type: 'string',
      here: 'imitated',
      about: 'At most 40 characters; a number is taken for its digits.',
    },
    notes: {
      type: 'notes',
      here: 'imitated',
      about: 'At most 15, of 256 characters each. What is nested in one is kept.',
    },
    method: {
      type: 'string',
      here: 'imitated',
      about:
        'The order is paid in this way only: `order_payment_method_mismatch`. `upi`, `card`, `netbanking`, `wallet` or `cod`; `emandate`, `nach`, `emi`, `cardless_emi` and `paylater` are not imitated.',
      inferred:
        'The words of that refusal; its reason is documented. That another word is refused.',
    },
    partial_payment: {
      type: 'boolean',
      here: 'imitated',
      about:
        'The order may be paid in parts: `amount_paid` grows, and it is `paid` when nothing is due.',
    },
    first_payment_min_amount: {
      type: 'integer',
      here: 'imitated',
      about: 'The least that the first part may be, at most `amount`; only with `partial_payment`.',
      inferred:
        'What is said of it, and of a part that is too small, or larger than what is due; that each part but the last is an amount that an order could have.',
    },
    payment_capture: {
      type: 'boolean',
      here: 'imitated',
      about: 'Whether the money is taken at once; true unless said otherwise.',
    },
    payment: {
      type: 'object',
      here: 'imitated',
      about:
        '`capture` goes before `payment_capture`; `capture_options` say when what is not captured goes back. Anything else in it is not imitated.',
      inferred: 'That another word than `automatic` and `manual` is refused.',
    },
    payment_config: {
      type: 'object',
      here: 'imitated',
      about: 'The same as `payment`. Both of them in one order are not imitated.',
    },
    line_items_total: {
      type: 'integer',
      here: 'imitated',
      about:
        'Its presence makes the order a Magic one. It is the sum of `offer_price` × `quantity`; `amount` may differ.',
      inferred:
        'That a negative total and another sum are refused. The samples of RTO and import orders have one, and so have items with the `type` of `e-commerce` or `gift_card`, which plug-ins of shop systems send: they are taken.',
    },
    line_items: {type: 'line items', here: 'imitated', about: 'What the checkout shows.'},
    offer_id: {type: 'string', here: 'kept'},
    offers: {type: 'list', here: 'kept'},
    app_offer: {type: 'boolean', here: 'kept'},
    discount: {type: 'boolean', here: 'kept'},
    customer_id: {
      type: 'string',
      here: 'imitated',
      about: 'Who approves the mandate; mandatory with `token` where `method` is `upi`.',
    },
    token: {
      type: 'object',
      here: 'imitated',
      about: 'The mandate that is approved by paying; kept where `method` is not `upi`.',
    },
    notification: {
      type: 'object',
      here: 'imitated',
      about: 'The shopper is told of the debit at once: `order.notification.delivered`.',
      inferred: 'That a token that does not exist is only noticed when it is charged.',
    },
    bank_account: {type: 'object', here: 'kept', about: 'Any account may pay.'},
    checkout_config_id: {type: 'string', here: 'kept'},
    rto_review: {type: 'boolean', here: 'kept', about: 'No risk is assessed.'},
    customer_details: {type: 'object', here: 'kept', about: 'Magic Checkout writes its own.'},
    shipping_fee: {type: 'integer', here: 'kept', about: 'Magic Checkout writes its own.'},
    cod_fee: {type: 'integer', here: 'kept', about: 'Magic Checkout writes its own.'},
    promotions: {type: 'list', here: 'kept', about: 'Magic Checkout writes its own.'},
    device_details: {type: 'object', here: 'kept'},
    shipping_details: {type: 'object', here: 'kept'},
    tax_details: {type: 'object', here: 'kept', about: 'Magic Checkout writes its own.'},
    tax_invoice: {type: 'object', here: 'kept'},
    products: {type: 'list', here: 'kept'},
    convenience_fee_config: {type: 'object', here: 'kept'},
    refund_allowed: {type: 'string', here: 'kept'},
    campaign: {type: 'object', here: 'kept'},
    reviews: {type: 'object', here: 'kept'},
    merchant_id: {type: 'string', here: 'kept'},
    phonepe_switch_context: {type: 'string', here: 'kept'},
    transfers: {type: 'list', here: 'refused', about: 'Route.'},
  },
  'payment of an order': {
    capture: {
      type: 'string',
      here: 'imitated',
      about: '`automatic` or `manual`.',
    },
    capture_options: {type: 'object', here: 'imitated', about: 'When it goes back.'},
  },
  'capture options': {
    automatic_expiry_period: {
      type: 'integer',
      here: 'imitated',
      about: 'Minutes in which a late payment is captured by itself: 12 to 7200.',
    },
    manual_expiry_period: {
      type: 'integer',
      here: 'imitated',
      about:
        'Minutes after which a payment that was not captured goes back: 12 to 7200, 3 days where it is missing.',
    },
    refund_speed: {
      type: 'string',
      here: 'imitated',
      about: '`normal` or `optimum`.',
      inferred: 'That another word, and any other field, is refused.',
    },
  },
  'line item': {
    sku: {type: 'string', here: 'kept', about: 'Mandatory in Magic Checkout.'},
    variant_id: {type: 'string', here: 'kept', about: 'Mandatory in Magic Checkout.'},
    name: {type: 'string', here: 'imitated', about: 'Mandatory in Magic Checkout.'},
    description: {type: 'string', here: 'kept', about: 'Mandatory in Magic Checkout.'},
    price: {type: 'integer', here: 'imitated', about: 'Mandatory in Magic Checkout.'},
    offer_price: {type: 'integer', here: 'imitated', about: 'Mandatory in Magic Checkout.'},
    quantity: {
      type: 'integer',
      here: 'imitated',
      about: 'Mandatory in Magic Checkout. At least 1.',
      inferred: 'That less is refused.',
    },
    tax_amount: {
      type: 'integer',
      here: 'imitated',
      about: 'Adds up to `tax_details.total_tax` of the order.',
    },
    image_url: {type: 'string', here: 'imitated', about: 'The picture in the checkout.'},
    type: {type: 'string', here: 'kept'},
    product_id: {type: 'string', here: 'kept'},
    product_url: {type: 'string', here: 'kept'},
    other_product_codes: {type: 'object', here: 'kept'},
    weight: {type: 'string', here: 'kept'},
    dimensions: {type: 'object', here: 'kept'},
    notes: {type: 'notes', here: 'kept'},
  },
  notes: {
    notes: {
      type: 'notes',
      isRequired: true,
      here: 'imitated',
      about: 'Nothing else can be changed.',
    },
  },
  capture: {
    amount: {
      type: 'integer',
      isRequired: true,
      here: 'imitated',
      about: 'All that was authorized.',
    },
    currency: {type: 'string', here: 'imitated', about: '`INR` where it is missing.'},
  },
  refund: {
    amount: {
      type: 'integer',
      here: 'imitated',
      about: 'All that is left where it is missing. At least `100` in rupees.',
      inferred: 'That one that is sent and empty is refused.',
    },
    speed: {
      type: 'string',
      here: 'imitated',
      about: '`optimum` gives the money back at once: `speed_processed` is `instant`.',
      inferred: 'That another word than `normal` and `optimum` is refused.',
    },
    notes: {type: 'notes', here: 'imitated'},
    receipt: {type: 'string', here: 'imitated', about: 'Of any length.'},
    reverse_all: {type: 'boolean', here: 'refused', about: 'Route.'},
  },
  'refund of a payment': {
    payment_id: {
      type: 'string',
      isRequired: true,
      here: 'imitated',
      about: 'Beside the fields of a refund.',
    },
  },
  mandate: {
    max_amount: {
      type: 'integer',
      isRequired: true,
      here: 'imitated',
      about:
        'The most that is taken at once: `100` to `9999900`, or to `20000000` where the setting `merchantCategory` of `createSandbox()` allows it.',
    },
    expire_at: {
      type: 'integer',
      here: 'imitated',
      about: 'In the future, at most 30 years ahead; 10 years where it is missing.',
    },
    frequency: {
      type: 'string',
      here: 'imitated',
      about:
        'One successful debit in each `daily`, `weekly`, `fortnightly`, `bimonthly`, `monthly`, `quarterly`, `half_yearly` or `yearly` cycle; any with `as_presented`.',
      inferred:
        'That it is `as_presented` where it is missing, and that cycles are those of the calendar in India: weeks begin on Monday, fortnights on the 1st and the 16th.',
    },
    recurring_value: {
      type: 'integer',
      here: 'imitated',
      about:
        'The day of the debit: 1 to 7 of the week, 1 to 31 of the month. A day that the month lacks is its last one.',
      inferred: 'That 1 is Monday.',
    },
    recurring_type: {
      type: 'string',
      here: 'imitated',
      about: '`on` that day, which is today then, or `before` or `after` it.',
      inferred: 'That it is `before` where it is missing.',
    },
    method: {type: 'string', here: 'imitated', about: '`upi`; in registration links only.'},
    auth_type: {type: 'string', here: 'kept'},
    first_payment_amount: {type: 'integer', here: 'kept'},
    notes: {type: 'notes', here: 'kept'},
  },
  notification: {
    token_id: {type: 'string', isRequired: true, here: 'imitated'},
    payment_after: {
      type: 'integer',
      isRequired: true,
      here: 'imitated',
      about: 'When the debit comes, a day after the notification at the earliest.',
    },
  },
  customer: {
    name: {type: 'string', isRequired: true, here: 'imitated', about: 'At most 50 characters.'},
    email: {type: 'string', here: 'imitated'},
    contact: {type: 'string', here: 'imitated', about: 'A number is taken for its digits.'},
    fail_existing: {
      type: 'boolean',
      here: 'imitated',
      about: '`0` answers the customer with the same e-mail address and phone number.',
    },
    gstin: {type: 'string', here: 'imitated'},
    notes: {type: 'notes', here: 'imitated'},
  },
  'change of a customer': {
    name: {type: 'string', here: 'imitated'},
    email: {type: 'string', here: 'imitated'},
    contact: {type: 'string', here: 'imitated'},
    gstin: {type: 'string', here: 'imitated', inferred: 'That it can be changed.'},
  },
  charge: {
    email: {type: 'string', isRequired: true, here: 'imitated'},
    contact: {type: 'string', isRequired: true, here: 'imitated'},
    amount: {type: 'integer', isRequired: true, here: 'imitated', about: 'That of the order.'},
    currency: {type: 'string', isRequired: true, here: 'imitated'},
    order_id: {type: 'string', isRequired: true, here: 'imitated'},
    customer_id: {type: 'string', isRequired: true, here: 'imitated'},
    token: {type: 'string', isRequired: true, here: 'imitated'},
    recurring: {
      type: 'string',
      isRequired: true,
      here: 'imitated',
      about: '`1`, true or `preferred`.',
    },
    description: {type: 'string', here: 'imitated'},
    notes: {type: 'notes', here: 'imitated'},
  },
  'registration link': {
    customer: {
      type: 'object',
      isRequired: true,
      here: 'imitated',
      about: 'A new customer, or the one who has these details.',
    },
    type: {type: 'string', isRequired: true, here: 'imitated', about: '`link`.'},
    amount: {type: 'integer', isRequired: true, here: 'imitated'},
    currency: {type: 'string', isRequired: true, here: 'imitated', about: '`INR`.'},
    description: {type: 'string', isRequired: true, here: 'imitated'},
    subscription_registration: {
      type: 'object',
      isRequired: true,
      here: 'imitated',
      about: 'The mandate, with `method`.',
    },
    sms_notify: {type: 'boolean', here: 'imitated', about: '`sms_status`; nothing is sent.'},
    email_notify: {type: 'boolean', here: 'imitated', about: '`email_status`; nothing is sent.'},
    expire_by: {type: 'integer', here: 'imitated', about: 'In the future: `invoice.expired`.'},
    receipt: {type: 'string', here: 'imitated'},
    notes: {type: 'notes', here: 'imitated'},
  },
  'device activity': {
    action: {
      type: 'string',
      isRequired: true,
      here: 'imitated',
      about: '`initiate_checkout` or `close_checkout`.',
    },
    device_id: {
      type: 'string',
      here: 'imitated',
      about:
        'Mandatory where the device is `wireless`. On the cable there is one device, whatever it is called.',
      inferred: 'That a device exists as soon as it is named.',
    },
    initiate_checkout: {
      type: 'object',
      here: 'imitated',
      about: 'Mandatory with the action of that name.',
    },
    notes: {
      type: 'notes',
      here: 'imitated',
      inferred: 'That the payment has them.',
    },
  },
  'in-person checkout': {
    name: {type: 'string', isRequired: true, here: 'imitated', about: 'The business.'},
    amount: {
      type: 'integer',
      isRequired: true,
      here: 'imitated',
      inferred: 'That another amount or currency than the order’s is refused.',
    },
    currency: {type: 'string', isRequired: true, here: 'imitated'},
    description: {type: 'string', isRequired: true, here: 'imitated', about: 'The payment has it.'},
    type: {type: 'string', here: 'imitated', about: '`in_person`. It is not answered.'},
    order_id: {type: 'string', isRequired: true, here: 'imitated'},
    prefill: {type: 'object', here: 'imitated'},
  },
  'in-person prefill': {
    name: {type: 'string', here: 'imitated'},
    email: {type: 'string', here: 'imitated', about: 'The payment has it.'},
    contact: {type: 'string', here: 'imitated', about: 'The payment has it.'},
    method: {
      type: 'string',
      here: 'imitated',
      about: '`upi` shows the code at once; `card`.',
      inferred: 'That another word is refused.',
    },
  },
} as const satisfies Readonly<Record<string, RequestFields>>;

export type BodyName = TableName<typeof BODIES>;
