import {
  readApplied,
  readPromotions,
  readRefusal,
  readShippingInfo,
  ReplyError,
} from '../../wire/endpoints/replies.js';
import {DOCTOR_EVENT} from '../../wire/events.js';
import {hmacHex} from '../../wire/signature.js';
import {absent, right, unseen, wrong, type Finding} from '../model/finding.js';
import type {Answer} from './ask.js';
import type {Endpoint} from './endpoints.js';
import {NO_CODE, NO_ORDER_ID, NO_RECEIPT, NO_SIGNATURE} from './made-up.js';
import {isNowhere, reasonOf, troubleOf} from './trouble.js';
import {CHECKOUT_WAITS_MS, WEBHOOK_WAITS_MS, type Visit} from './visit.js';

/** Sends an event that nobody has signed, and one that is signed if the secret is known. */
export async function lookAtWebhook({url}: Endpoint, visit: Visit): Promise<Finding[]> {
  const body = JSON.stringify({
    entity: 'event',
    event: DOCTOR_EVENT,
    contains: [],
    payload: {},
    created_at: Math.floor(visit.now() / 1000),
  });
  const send = (signature: string) =>
    visit.ask({
      url,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Razorpay-Signature': signature,
        'X-Razorpay-Event-Id': DOCTOR_EVENT,
      },
      body,
      withinMs: WEBHOOK_WAITS_MS,
    });
  const forged = judgeForged(await send(NO_SIGNATURE));
  if (forged.verdict !== 'right') return [forged];
  if (!visit.webhookSecret)
    return [
      forged,
      unseen(
        'was sent no event that is signed: the secret is not known here.',
        'Set RAZORPAY_WEBHOOK_SECRET to the secret that this webhook has in the dashboard.',
      ),
    ];
  const signed = await send(await hmacHex(visit.webhookSecret, body));
  return [forged, judgeSigned(signed)];
}

function judgeForged(answer: Answer): Finding {
  if (answer.status < 300)
    return wrong(
      `answers ${answer.status} to an event that nobody has signed.`,
      'Compare X-Razorpay-Signature with the HMAC-SHA256 of the body, as it came, under the secret of the webhook, and answer 400 where they differ: anybody can tell your shop that an order was paid.',
    );
  if (isNowhere(answer) && reasonOf(answer)?.description.includes('webhooks'))
    return wrong(
      'is refused: createCheckout has no razorpay.webhookSecret.',
      'Set it to the secret that you give to this webhook in the dashboard. Without a webhook nobody tells the shop of a payment whose tab was closed.',
    );
  // It answers with 401 or 403 where other endpoints must not.
  if ([400, 401, 403].includes(answer.status))
    return right(`refuses an event that nobody has signed (${answer.status}).`);
  return (
    troubleOf('POST', answer) ??
    wrong(
      `answers ${answer.status} to an event that nobody has signed.`,
      'Answer 400 where the signature does not fit.',
    )
  );
}

function judgeSigned(answer: Answer): Finding {
  const {status} = answer;
  if (status < 300) return right('takes an event that is signed with RAZORPAY_WEBHOOK_SECRET.');
  if (status >= 500 || status === 429) {
    const trouble = troubleOf('POST', answer);
    if (trouble) return trouble;
  }
  return wrong(
    `refuses an event that is signed with RAZORPAY_WEBHOOK_SECRET (${status}).`,
    'The shop has another secret: set razorpay.webhookSecret to the one of this webhook in the dashboard, in the mode of the key; it is not the key secret. If it is the same, something in front of the shop changes the body or takes the header away.',
  );
}

/** The order that is asked about, as Razorpay names it. */
export interface AskedOrder {
  readonly receipt: string;
  readonly orderId: string;
  readonly isMadeUp: boolean;
}

export const MADE_UP: AskedOrder = {
  receipt: NO_RECEIPT,
  orderId: NO_ORDER_ID,
  isMadeUp: true,
};

/** What an address is called that is not saved, in a town that is served if any is. */
const ADDRESS = {id: '0', zipcode: '560060', state_code: 'KA', country: 'IN'};
const CONTACT = '+919000090000';

/** Asks what shipping costs. */
export async function lookAtShipping(
  endpoint: Endpoint,
  visit: Visit,
  order = MADE_UP,
): Promise<Finding[]> {
  const answer = await askMagic(endpoint, visit, {
    order_id: order.receipt,
    // Razorpay writes it without its first word here.
    razorpay_order_id: order.orderId.replace(/^order_/, ''),
    email: '',
    contact: CONTACT,
    addresses: [ADDRESS],
  });
  return [
    judgeMagic(answer, visit, {
      order,
      hook: 'shipping',
      shape:
        '{"addresses": [{"id": "0", "zipcode": "560060", "state_code": "KA", "country": "IN", "shipping_methods": [{"id": "1", "name": "Delivery in 5 days", "description": "…", "serviceable": true, "shipping_fee": 4900, "cod": true, "cod_fee": 2500}]}]}, with all sums in paise',
      read: (json) => {
        const methods = readShippingInfo(json, ADDRESS.id);
        return `quotes ${methods.length} ${methods.length === 1 ? 'way' : 'ways'} of delivery to ${ADDRESS.zipcode}`;
      },
    }),
  ];
}

/** Asks which codes there are. */
export async function lookAtPromotions(
  endpoint: Endpoint,
  visit: Visit,
  order = MADE_UP,
): Promise<Finding[]> {
  const answer = await askMagic(endpoint, visit, {
    order_id: order.receipt,
    contact: CONTACT,
    email: '',
  });
  return [
    judgeMagic(answer, visit, {
      order,
      hook: 'promotions',
      shape: '{"promotions": [{"code": "TEA10", "summary": "10% off", "description": "…"}]}',
      read: (json) => {
        const {length} = readPromotions(json);
        return `lists ${length} ${length === 1 ? 'code' : 'codes'}`;
      },
    }),
  ];
}

/** Asks what a code takes off that nobody has made. */
export async function lookAtApplying(
  endpoint: Endpoint,
  visit: Visit,
  order = MADE_UP,
): Promise<Finding[]> {
  const answer = await askMagic(endpoint, visit, {
    order_id: order.receipt,
    contact: CONTACT,
    email: '',
    code: NO_CODE,
  });
  const takesOff = answer.status === 200 && !readRefusal(answer.json);
  return [
    takesOff && answer.json !== undefined
      ? judgeTakenOff(answer.json)
      : judgeMagic(answer, visit, {
          order,
          hook: 'promotions',
          isCode: true,
          shape: REFUSAL,
          read: () => 'refuses a code that does not exist',
        }),
  ];
}

const REFUSAL =
  '{"failure_code": "INVALID_PROMOTION", "failure_reason": "There is no such code."} with status 400';

function judgeTakenOff(json: unknown): Finding {
  const fix = `Answer ${REFUSAL} for a code that is none of yours.`;
  try {
    const {value} = readApplied(json, NO_CODE, Infinity);
    return wrong(`takes ${value} paise off for a code that does not exist.`, fix);
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return wrong(`answers 200 to a code that does not exist: ${error.message}`, fix);
  }
}

const askMagic = ({url}: Endpoint, visit: Visit, body: object): Promise<Answer> =>
  visit.ask({
    url,
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
    withinMs: CHECKOUT_WAITS_MS,
  });

interface MagicQuestion {
  readonly order: AskedOrder;
  /** What createCheckout calls to answer. */
  readonly hook: 'shipping' | 'promotions';
  /** Whether a code is asked about, that does not exist either. */
  readonly isCode?: boolean;
  /** What an answer looks like. */
  readonly shape: string;
  /** Says what an answer tells; throws where it is not as agreed. */
  readonly read: (json: unknown) => string;
}

function judgeMagic(answer: Answer, visit: Visit, question: MagicQuestion): Finding {
  const {order, shape, read} = question;
  const refusal = readRefusal(answer.json);
  if (refusal && answer.status !== 429 && answer.status < 500)
    return judgeRefusal(answer, visit, question);
  const trouble = troubleOf('POST', answer);
  if (trouble) return trouble;
  if (answer.status !== 200)
    return wrong(
      `answers ${answer.status} without a reason that Razorpay could show.`,
      `Answer 400 with ${REFUSAL.replace(/ with status 400$/, '')}.`,
    );
  try {
    const told = read(answer.json);
    return right(`${told}${order.isMadeUp ? ', for any order' : ''}, as Razorpay reads it.`);
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return wrong(`answers in another shape: ${error.message}`, `Answer ${shape}.`);
  }
}

function judgeRefusal(answer: Answer, visit: Visit, {order, hook, isCode}: MagicQuestion): Finding {
  const {code = '', description = ''} = reasonOf(answer) ?? {};
  if (code === 'NOT_FOUND')
    return absent(
      `is not offered: createCheckout has no "${hook}".`,
      'Leave its field in the dashboard empty, or give createCheckout one.',
    );
  if (answer.status === 403 && /\bkey\b/.test(description))
    return visit.endpointSecret
      ? wrong(
          'refuses the key that RAZORPAY_ENDPOINT_SECRET has.',
          'Set it to the endpointSecret of createCheckout, and enter the addresses of checkout.urls() in the dashboard: those there may have the old key.',
        )
      : unseen(
          'has a key in its address, which is not known here.',
          'Set RAZORPAY_ENDPOINT_SECRET to the endpointSecret of createCheckout.',
        );
  if (order.isMadeUp)
    return right(`refuses an order that does not exist (${answer.status} "${description}").`);
  if (isCode) return right(`refuses a code that does not exist ("${description}").`);
  return wrong(
    `refuses an order that has just been made (${answer.status} "${description}").`,
    'Find the order by its receipt, which Razorpay sends as "order_id".',
  );
}
