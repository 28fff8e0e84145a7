import {
  readApplied,
  readPromotions,
  readRefusal,
  readShippingInfo,
  ReplyError,
} from '../../wire/endpoints/replies.js';
import {absent, right, unseen, wrong, type Finding} from '../model/finding.js';
import type {Answer} from './ask.js';
import type {Endpoint} from './endpoints.js';
import {NO_CODE, NO_ORDER_ID, NO_RECEIPT} from './made-up.js';
import {reasonOf, troubleOf} from './trouble.js';
import {CHECKOUT_WAITS_MS, type Visit} from './visit.js';

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
