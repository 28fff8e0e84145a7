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
        'The order is paid in this way only: `order_payment_method_mismatch`. `emandate` and `nach` are not imitated.',
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
      about: 'The least that the first part may be; only with `partial_payment`.',
      inferred: 'That it is refused without `partial_payment` or above `amount`.',
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
    payment_config: {type: 'object', here: 'imitated', about: 'The same as `payment`.'},
    line_items_total: {
      type: 'integer',
      here: 'imitated',
      about:
        'Its presence makes the order a Magic one. It is the sum of `offer_price` × `quantity`; `amount` may differ.',
      inferred:
        'That another sum is refused. The samples of RTO and import orders have one, and are taken.',
    },
    line_items: {type: 'line items', here: 'imitated', about: 'What the checkout shows.'},
    offer_id: {type: 'string', here: 'kept'},
    offers: {type: 'list', here: 'kept'},
    app_offer: {type: 'boolean', here: 'kept'},
    discount: {type: 'boolean', here: 'kept'},
    customer_id: {type: 'string', here: 'kept'},
    token: {type: 'object', here: 'kept', about: 'No mandate comes of it yet.'},
    notification: {type: 'object', here: 'kept', about: 'No pre-debit notification is sent.'},
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
  'line item': {
    sku: {type: 'string', here: 'kept', about: 'Mandatory in Magic Checkout.'},
    variant_id: {type: 'string', here: 'kept', about: 'Mandatory in Magic Checkout.'},
    name: {type: 'string', here: 'imitated', about: 'Mandatory in Magic Checkout.'},
    description: {type: 'string', here: 'kept', about: 'Mandatory in Magic Checkout.'},
    price: {type: 'integer', here: 'imitated', about: 'Mandatory in Magic Checkout.'},
    offer_price: {type: 'integer', here: 'imitated', about: 'Mandatory in Magic Checkout.'},
    quantity: {type: 'integer', here: 'imitated', about: 'Mandatory in Magic Checkout.'},
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
} as const satisfies Readonly<Record<string, RequestFields>>;

export type BodyName = TableName<typeof BODIES>;
