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

const REFUSAL =
  '{"failure_code": "INVALID_PROMOTION", "failure_reason": "There is no such code."} with status 400';

/** What Razorpay asks one of the endpoints, and what it makes of the answer. */
interface MagicQuestion {
  /** What createCheckout calls to answer. */
  readonly hook: 'shipping' | 'promotions';
  /** What is asked besides the order and who pays it. */
  readonly asks?: (order: AskedOrder) => object;
  /** Whether a code is asked about, that does not exist either. */
  readonly isCode?: boolean;
  /** Judges an answer of status 200 that refuses nothing. Throws where it is not as agreed. */
  readonly judge: (json: unknown, order: AskedOrder) => Finding;
  /** What is wrong with an answer that is not as agreed. */
  readonly misread?: string;
  /** What the answer should have been. */
  readonly shape: string;
}

/** Makes a look that asks one of the endpoints, about a made-up order unless there is another. */
const lookByAsking =
  (question: MagicQuestion) =>
  async ({url}: Endpoint, visit: Visit, order = MADE_UP): Promise<Finding[]> => {
    const answer = await visit.ask({
      url,
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({
        order_id: order.receipt,
        email: '',
        contact: CONTACT,
        ...question.asks?.(order),
      }),
      withinMs: CHECKOUT_WAITS_MS,
    });
    return [judgeMagic(answer, visit, order, question)];
  };

/** Says what was read of an answer that is as agreed. */
const readable = (told: string, {isMadeUp}: AskedOrder): Finding =>
  right(`${told}${isMadeUp ? ', for any order' : ''}, as Razorpay reads it.`);

/** Asks what shipping costs. */
export const lookAtShipping = lookByAsking({
  hook: 'shipping',
  asks: ({orderId}) => ({
    // Razorpay writes it without its first word here.
    razorpay_order_id: orderId.replace(/^order_/, ''),
    addresses: [ADDRESS],
  }),
  judge(json, order) {
    const {length} = readShippingInfo(json, ADDRESS.id);
    const ways = `${length} ${length === 1 ? 'way' : 'ways'} of delivery to ${ADDRESS.zipcode}`;
    return readable(`quotes ${ways}`, order);
  },
  shape:
    '{"addresses": [{"id": "0", "zipcode": "560060", "state_code": "KA", "country": "IN", "shipping_methods": [{"id": "1", "name": "Delivery in 5 days", "description": "…", "serviceable": true, "shipping_fee": 4900, "cod": true, "cod_fee": 2500}]}]}, with all sums in paise',
});

/** Asks which codes there are. */
export const lookAtPromotions = lookByAsking({
  hook: 'promotions',
  judge(json, order) {
    const {length} = readPromotions(json);
    return readable(`lists ${length} ${length === 1 ? 'code' : 'codes'}`, order);
  },
  shape: '{"promotions": [{"code": "TEA10", "summary": "10% off", "description": "…"}]}',
});

/** Asks what a code takes off that nobody has made. */
export const lookAtApplying = lookByAsking({
  hook: 'promotions',
  asks: () => ({code: NO_CODE}),
  isCode: true,
  judge(json) {
    const {value} = readApplied(json, NO_CODE, Infinity);
    return wrong(
      `takes ${value} paise off for a code that does not exist.`,
      `Answer ${REFUSAL} for a code that is none of yours.`,
    );
  },
  misread: 'answers 200 to a code that does not exist',
  shape: `${REFUSAL} for a code that is none of yours`,
});

function judgeMagic(
  answer: Answer,
  visit: Visit,
  order: AskedOrder,
  question: MagicQuestion,
): Finding {
  const {judge, misread = 'answers in another shape', shape} = question;
  const refusal = readRefusal(answer.json);
  if (refusal && answer.status !== 429 && answer.status < 500)
    return judgeRefusal(answer, visit, order, question);
  const trouble = troubleOf('POST', answer);
  if (trouble) return trouble;
  if (answer.status !== 200)
    return wrong(
      `answers ${answer.status} without a reason that Razorpay could show.`,
      `Answer 400 with ${REFUSAL.replace(/ with status 400$/, '')}.`,
    );
  try {
    return judge(answer.json, order);
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    return wrong(`${misread}: ${error.message}`, `Answer ${shape}.`);
  }
}

function judgeRefusal(
  answer: Answer,
  visit: Visit,
  order: AskedOrder,
  {hook, isCode}: MagicQuestion,
): Finding {
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
