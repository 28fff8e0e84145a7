import {API_URL} from '../../wire/addresses.js';
import {randomHex} from '../../wire/hex.js';
import {keyMode, ORDER_ID} from '../../wire/ids.js';
import {readAmount, readOrderReply, readStatusReply, type OrderReply} from '../../wire/merchant.js';
import {formatMoney} from '../../wire/money.js';
import {isObject} from '../../wire/reader.js';
import {right, unseen, wrong, type Finding} from '../model/finding.js';
import {quote} from '../model/quote.js';
import type {Answer} from './ask.js';
import {lookAtCors, originHeader} from './cors.js';
import type {Endpoint} from './endpoints.js';
import {statusQuestion} from './page-asks.js';
import type {AskedOrder} from './magic-asks.js';
import {reasonOf, troubleOf} from './trouble.js';
import {CHECKOUT_WAITS_MS, PAGE_WAITS_MS, type Visit} from './visit.js';

/** Razorpay's API, and the keys to ask it with; without a secret it is not asked. */
export interface Account {
  readonly keyId: string;
  readonly keySecret: string;
  readonly baseUrl: string;
}

/** What came of having an order made. */
export interface MadeOrder {
  readonly findings: readonly Finding[];
  readonly orderId?: string;
  /** As Razorpay names it; undefined where Razorpay was not asked. */
  readonly asked?: AskedOrder | undefined;
}

/** Has an order made as a press of the button would, twice with one key, and looks at it at Razorpay. */
export async function makeOrder(
  endpoint: Endpoint,
  orderData: unknown,
  account: Account,
  visit: Visit,
): Promise<MadeOrder> {
  const question = {
    url: endpoint.url,
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Idempotency-Key': randomHex(),
      ...originHeader(endpoint, visit),
    },
    body: JSON.stringify(orderData),
    withinMs: PAGE_WAITS_MS,
  } as const;
  const answer = await visit.ask(question);
  const reply =
    answer.status === 200 || answer.status === 201 ? readOrderReply(answer.json) : undefined;
  if (!reply) return {findings: [judgeRefusedOrder(answer)]};
  const findings = [right(`makes an order, ${reply.order_id}. Nobody has to pay it.`)];
  findings.push(...judgeKey(reply, account));
  const again = readOrderReply((await visit.ask(question)).json);
  findings.push(
    again?.order_id === reply.order_id
      ? right('gives the same order for the same Idempotency-Key.')
      : wrong(
          'makes another order for the same Idempotency-Key.',
          'Keep the key with the order, and give that order again: a reload or a lost answer would have the shopper pay twice.',
        ),
  );
  const cors = {method: 'POST', headers: ['content-type', 'idempotency-key'], answer} as const;
  findings.push(...(await lookAtCors(endpoint, cors, visit)));
  const {atRazorpay, asked} = await lookAtRazorpay(reply, account, visit);
  return {findings: [...findings, ...atRazorpay], orderId: reply.order_id, asked};
}

function judgeRefusedOrder(answer: Answer): Finding {
  const trouble = troubleOf('POST', answer);
  if (trouble) return trouble;
  const reason = reasonOf(answer);
  if (reason?.code === 'ORDER_REFUSED' || answer.status === 422)
    return unseen(
      `refuses this cart (${answer.status} "${reason?.description ?? ''}").`,
      'Name one that it sells: --order-data \'{"sku": "assam"}\', or a --page with a button that has it.',
    );
  const {id} = Object(answer.json) as {id?: unknown};
  const isWhole = typeof id === 'string' && ORDER_ID.test(id);
  return wrong(
    `answers ${answer.status}${reason ? ` "${reason.description}"` : ''} and gives no order.`,
    isWhole
      ? `What it has as "id" is to be "order_id": {"order_id": "${id}", "key_id": "rzp_…"}.`
      : 'Answer 200 or 201 with JSON like {"order_id": "order_…", "key_id": "rzp_…"}.',
  );
}

/** Key and order have to be of one account and one mode. */
function judgeKey(reply: OrderReply, {keyId}: Account): Finding[] {
  const {key_id} = reply;
  if (key_id === undefined || keyId === '' || key_id === keyId) return [];
  return [
    wrong(
      `${keyMode(key_id) === keyMode(keyId) ? 'has another key' : 'has a key of the other mode'} than RAZORPAY_KEY_ID.`,
      'Set both to the key of one account and mode, or Razorpay does not find the order.',
    ),
  ];
}

/** The order as Razorpay has it: only with line items does it open Magic Checkout. */
async function lookAtRazorpay(
  reply: OrderReply,
  {keyId, keySecret, baseUrl}: Account,
  visit: Visit,
): Promise<{atRazorpay: Finding[]; asked?: AskedOrder}> {
  const only = (finding: Finding) => ({atRazorpay: [finding]});
  if (!keyId || !keySecret)
    return only(
      unseen(
        'was not looked at at Razorpay, nor shipping and codes asked for it: there are no keys here.',
        'Set RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET to the keys of your server.',
      ),
    );
  const answer = await visit.ask({
    url: `${baseUrl || API_URL}/v1/orders/${reply.order_id}`,
    method: 'GET',
    headers: {Authorization: `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`},
    withinMs: CHECKOUT_WAITS_MS,
  });
  if (answer.status === 401)
    return only(
      wrong(
        'Razorpay does not know RAZORPAY_KEY_ID with RAZORPAY_KEY_SECRET (401).',
        'Set both to one pair of the dashboard, of the same mode.',
      ),
    );
  if (answer.status !== 200 || !isObject(answer.json))
    return only(
      wrong(
        `Razorpay has no ${reply.order_id} of this account (${answer.status}).`,
        'Use the keys of one account and one mode everywhere.',
      ),
    );
  const {receipt, line_items_total} = answer.json;
  const cost = judgeAmount(reply, answer.json);
  if (typeof line_items_total !== 'number')
    return {
      atRazorpay: [
        ...cost,
        wrong(
          'has no line_items_total at Razorpay, so that the standard checkout opens and not Magic Checkout.',
          'Send line_items and line_items_total when you make it.',
        ),
      ],
    };
  if (typeof receipt !== 'string' || receipt === '')
    return {
      atRazorpay: [
        ...cost,
        wrong(
          'has no receipt at Razorpay, by which shipping and codes are asked for.',
          'Send a receipt of up to 40 characters that nobody can guess.',
        ),
      ],
    };
  return {
    atRazorpay: [...cost, right('opens Magic Checkout: it has line items and a receipt.')],
    asked: {receipt, orderId: reply.order_id, isMadeUp: false},
  };
}

/** What it costs, for a person to see whether that is what it should: rupees may have been sent for paise. */
function judgeAmount(reply: OrderReply, remote: Readonly<Record<string, unknown>>): Finding[] {
  const {amount, currency} = readAmount(remote) ?? {};
  if (amount === undefined || currency === undefined) return [];
  const money = formatMoney(amount, currency);
  if (reply.amount === undefined || reply.amount === amount)
    return [right(`costs ${money} at Razorpay.`)];
  return [
    wrong(
      `costs ${money} at Razorpay, and the reply says "amount": ${quote(JSON.stringify(reply.amount))}.`,
      `Reply what Razorpay has, in the smallest unit: "amount": ${amount}.`,
    ),
  ];
}

/** Asks where the order that was just made stands. */
export async function lookAtStatusOf(
  endpoint: Endpoint,
  orderId: string,
  visit: Visit,
): Promise<Finding[]> {
  const answer = await visit.ask(statusQuestion(endpoint, orderId, visit));
  const reply = answer.status === 200 ? readStatusReply(answer.json) : undefined;
  if (reply?.order_id === orderId && /^(created|attempted)$/.test(reply.status))
    return [right(`says "${reply.status}" of the order that was made.`)];
  return [
    troubleOf('GET', answer) ??
      wrong(
        `answers ${answer.status}${reply ? ` with "${reply.status}"` : ''} about the order that was just made.`,
        'Answer 200 with {"status": "created", "order_id": "order_…"}.',
      ),
  ];
}
