import type {Attempt, Instrument, Order, Payment} from '../model/entities.js';
import {newId, randomText} from '../model/random-id.js';
import {amountToPay} from './fit-payment.js';

/** A payment that was just begun, of the order's amount where there is one. */
export function newPayment(
  attempt: Attempt,
  order: Order | undefined,
  {createdAt, invoiceId}: {readonly createdAt: number; readonly invoiceId: string | undefined},
): Payment {
  const {instrument} = attempt;
  return {
    id: newId('pay'),
    entity: 'payment',
    amount: order ? amountToPay(attempt, order) : attempt.amount,
    currency: order?.currency ?? attempt.currency,
    status: 'created',
    order_id: order?.id ?? null,
    invoice_id: invoiceId ?? null,
    international: instrument.method === 'card' && instrument.card.international,
    method: instrument.method,
    amount_refunded: 0,
    refund_status: null,
    captured: false,
    description: invoiceId === undefined ? attempt.description : `Invoice #${invoiceId}`,
    card_id: instrument.method === 'card' ? instrument.card.id : null,
    bank: instrument.method === 'netbanking' ? instrument.bank : null,
    wallet: instrument.method === 'wallet' ? instrument.wallet : null,
    vpa: instrument.method === 'upi' ? instrument.vpa : null,
    email: attempt.email,
    contact: attempt.contact,
    notes: attempt.notes,
    ...(attempt.customerId && {customer_id: attempt.customerId}),
    ...(attempt.tokenId !== undefined && {token_id: attempt.tokenId}),
    fee: null,
    tax: null,
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: noReferences(instrument),
    created_at: createdAt,
    ...(instrument.method === 'upi' && {
      upi: {
        ...(attempt.isInPerson && {payer_account_type: 'bank_account'}),
        vpa: instrument.vpa,
      },
    }),
  };
}

/** As long as the bank has not authorized it. */
const noReferences = (instrument: Instrument): Record<string, null> =>
  Object.fromEntries(Object.keys(acquirerData(instrument)).map((name) => [name, null]));

/** The references that the bank gives a payment when it authorizes it. */
export function acquirerData({method}: Instrument): Record<string, string | null> {
  const digits = (length: number): string => randomText(length, '0123456789');
  if (method === 'upi') {
    return {rrn: digits(12), upi_transaction_id: randomText(32, '0123456789ABCDEF')};
  }
  if (method === 'wallet') return {transaction_id: null};
  if (method === 'cod') return {};
  return method === 'card' ? {auth_code: digits(6)} : {bank_transaction_id: digits(7)};
}
