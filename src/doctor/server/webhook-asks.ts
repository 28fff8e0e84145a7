import {DOCTOR_EVENT} from '../../wire/events.js';
import {hmacHex} from '../../wire/signature.js';
import {right, unseen, wrong, type Finding} from '../model/finding.js';
import type {Answer} from './ask.js';
import type {Endpoint} from './endpoints.js';
import {NO_SIGNATURE} from './made-up.js';
import {isNowhere, reasonOf, troubleOf} from './trouble.js';
import {WEBHOOK_WAITS_MS, type Visit} from './visit.js';

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
