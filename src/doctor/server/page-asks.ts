import {randomHex} from '../../wire/hex.js';
import {isWireErrorCode, readStatusReply, readVerifyReply} from '../../wire/merchant.js';
import {absent, right, unseen, wrong, type Finding} from '../model/finding.js';
import {quote, withoutQuery} from '../model/quote.js';
import type {Answer} from './ask.js';
import {lookAtCors, originHeader} from './cors.js';
import type {Endpoint} from './endpoints.js';
import {NO_ORDER_ID, NO_PAYMENT_ID, NO_SIGNATURE} from './made-up.js';
import {isCaughtByPage, isNowhere, reasonOf, troubleOf} from './trouble.js';
import {PAGE_WAITS_MS, type Visit} from './visit.js';

/** What a refusal looks like that the page understands. */
const REFUSAL = '{"error": {"code": "…", "description": "…"}}';

/** Looks whether there is an `order-url`, and makes no order. */
export async function lookAtOrders(endpoint: Endpoint, visit: Visit): Promise<Finding[]> {
  const {url} = endpoint;
  const cors = await lookAtCors(
    endpoint,
    {method: 'POST', headers: ['content-type', 'idempotency-key']},
    visit,
  );
  return [await lookForPost(url, visit), ...cors];
}

/** Whether an address takes POST, learnt without one: of any POST an order might be made. */
async function lookForPost(url: string, visit: Visit): Promise<Finding> {
  const answer = await visit.ask({url, method: 'GET', withinMs: PAGE_WAITS_MS});
  const {status, headers} = answer;
  const takes = (allow: string | null) => /\bPOST\b/i.test(allow ?? '');
  if (status === 405 && (takes(headers.get('Allow')) || !headers.has('Allow')))
    return right('is there and takes POST. No order was made.');
  // In the words of the kit, which has looked by the path alone. Others mean this method.
  const isSaidNowhere = reasonOf(answer)?.description.startsWith('There is no endpoint at ');
  if (status === 405 || isSaidNowhere || isSamePlace(url, headers.get('Location')))
    return troubleOf('POST', answer) ?? unseen(`answers ${status} to GET.`);
  const allowed = await visit.ask({url, method: 'OPTIONS', withinMs: PAGE_WAITS_MS});
  if (allowed.status < 300 && takes(allowed.headers.get('Allow')))
    return right('is there and takes POST. No order was made.');
  return unseen(
    `answers ${status} to GET, which says nothing of the POST that makes an order.`,
    'Add --order to have one made, with a test key.',
  );
}

/** Whether a redirect leads to the same path: with https, or with a slash at its end. */
function isSamePlace(url: string, location: string | null): boolean {
  if (location === null || !URL.canParse(location, url)) return false;
  const pathOf = (address: URL) => address.pathname.replace(/\/$/, '');
  return pathOf(new URL(location, url)) === pathOf(new URL(url));
}

/** Has a payment verified that was never made. */
export async function lookAtVerify(endpoint: Endpoint, visit: Visit): Promise<Finding[]> {
  const answer = await visit.ask({
    url: endpoint.url,
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      ...originHeader(endpoint, visit),
    },
    body: JSON.stringify({
      razorpay_payment_id: NO_PAYMENT_ID,
      razorpay_order_id: NO_ORDER_ID,
      razorpay_signature: NO_SIGNATURE,
    }),
    withinMs: PAGE_WAITS_MS,
  });
  const finding = judgeVerify(answer);
  // Where nothing answers as it should, what a browser makes of it is no more news.
  if (finding.verdict !== 'right') return [finding];
  const asked = {method: 'POST', headers: ['content-type'], answer} as const;
  return [finding, ...(await lookAtCors(endpoint, asked, visit))];
}

function judgeVerify(answer: Answer): Finding {
  const {status, json} = answer;
  const {status: word} = Object(json) as {status?: unknown};
  if (status < 300 && (word === 'paid' || word === 'placed'))
    return wrong(
      `says "${word}" of a payment that was never made, with a forged signature.`,
      'Stop selling until this is mended: anybody gets goods for nothing. Compare razorpay_signature with the HMAC-SHA256 of "order_id|payment_id" under the key secret, with the order id of your own records.',
    );
  const trouble = troubleOf('POST', answer);
  if (trouble) return trouble;
  if (status < 300)
    return wrong(
      `answers ${status}${readVerifyReply(json) ? ` with "${quote(String(word))}"` : ''} to a forged payment of an order that does not exist.`,
      `Refuse it: 400 with ${REFUSAL} and the code SIGNATURE_MISMATCH, or 404 with ORDER_NOT_FOUND.`,
    );
  const reason = reasonOf(answer);
  if (!reason)
    return wrong(
      `refuses with ${status} and without a reason, so that the page asks again and again.`,
      `Answer 400 with ${REFUSAL} and the code SIGNATURE_MISMATCH.`,
    );
  if (!isWireErrorCode(reason.code))
    return wrong(
      `refuses with a code that the page does not know, "${reason.code}", so that it asks again and again.`,
      'Write one of the codes of the wire, SIGNATURE_MISMATCH for a forged payment.',
    );
  return right(`refuses a payment that was never made (${status} ${reason.code}).`);
}

/** Asks what became of an order that does not exist. */
export async function lookAtStatus(endpoint: Endpoint, visit: Visit): Promise<Finding[]> {
  const answer = await visit.ask(statusQuestion(endpoint, NO_ORDER_ID, visit));
  const finding = judgeStatus(answer);
  if (finding.verdict !== 'right') return [finding];
  const asked = {method: 'GET', headers: [], answer} as const;
  return [finding, ...(await lookAtCors(endpoint, asked, visit))];
}

/** The question as the page asks it. */
export function statusQuestion(endpoint: Endpoint, orderId: string, visit: Visit) {
  const url = new URL(endpoint.url);
  url.searchParams.set('order_id', orderId);
  url.searchParams.set('_', randomHex());
  return {
    url: url.href,
    method: 'GET',
    headers: {Accept: 'application/json', ...originHeader(endpoint, visit)},
    withinMs: PAGE_WAITS_MS,
  } as const;
}

function judgeStatus(answer: Answer): Finding {
  const trouble = troubleOf('GET', answer);
  if (trouble) return trouble;
  const {status, json} = answer;
  const reason = reasonOf(answer);
  if (status < 300)
    return wrong(
      `answers ${status}${readStatusReply(json) ? ` with "${quote(String((json as {status: unknown}).status))}"` : ''} of an order that does not exist.`,
      `Answer 404 with ${REFUSAL} and the code ORDER_NOT_FOUND: by this answer the page tells a shopper whether they have been charged.`,
    );
  return reason
    ? right(`knows no order that does not exist (${status} ${reason.code}).`)
    : wrong(
        `refuses with ${status} and without a reason.`,
        `Answer 404 with ${REFUSAL} and the code ORDER_NOT_FOUND.`,
      );
}

/** Comes to the callback as a browser does after a payment that failed. */
export async function lookAtCallback({url, isNamed}: Endpoint, visit: Visit): Promise<Finding[]> {
  const metadata = JSON.stringify({payment_id: NO_PAYMENT_ID, order_id: NO_ORDER_ID});
  const answer = await visit.ask({
    url,
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: 'https://api.razorpay.com',
      'Sec-Fetch-Site': 'cross-site',
    },
    body: new URLSearchParams({
      'error[code]': 'BAD_REQUEST_ERROR',
      'error[description]': 'Payment cancelled',
      'error[metadata]': metadata,
    }).toString(),
    withinMs: PAGE_WAITS_MS,
  });
  const {status, headers} = answer;
  const location = headers.get('Location');
  if ([301, 302, 303].includes(status) && location !== null)
    return [right(`sends the shopper on to ${withoutQuery(new URL(location, url).href)}.`)];
  if (status === 200) return [right('shows the shopper a page.')];
  if (isNowhere(answer) && !isNamed)
    return [absent('answers 404, and no button names it: nobody comes there.')];
  if (status >= 500 || status === 429) return [troubleOf('POST', answer) ?? refusedForm(status)];
  return [refusedForm(status)];
}

const refusedForm = (status: number): Finding =>
  wrong(
    `answers ${status} to the form that a shopper's browser posts after paying.`,
    'Take a POST from another site, without cookies and without a token of your own, and answer 303 to a page of yours.',
  );

/** Asks for a sale on a device, as a stranger. */
export async function lookAtDevices(endpoint: Endpoint, visit: Visit): Promise<Finding[]> {
  const answer = await visit.ask(statusQuestion(endpoint, NO_ORDER_ID, visit));
  if ((isNowhere(answer) || isCaughtByPage(answer)) && !endpoint.isNamed)
    return [absent('is not there: this shop has no devices.')];
  const {status} = answer;
  if (status === 401 || status === 403) return [right(`lets no stranger ask (${status}).`)];
  const trouble = troubleOf('GET', answer);
  return [
    trouble ??
      wrong(
        `answers a stranger (${status}${reasonOf(answer) ? ` ${reasonOf(answer)?.code}` : ''}).`,
        'Let authorize of devices return false for whoever has not signed in at a till: anybody could put sales on your devices.',
      ),
  ];
}
