import type {Charge, Mandate} from '../../../src/server.js';
import type {Outcome} from '../scenario.js';
import {problemOfChain, problemOfNews} from './problem-of-news.js';
import type {World} from './world.js';

/** What can be wrong afterwards. */
const KINDS = ['charged twice', 'lost', 'told twice', 'told otherwise', 'complaints'] as const;
type Kind = (typeof KINDS)[number];

/** Compares what the ledger says, what the merchant was told, and what Razorpay has. */
export async function findBroken(
  {razorpay, shops}: World,
  tokens: readonly string[],
  periods: readonly string[],
): Promise<Outcome> {
  const broken: {readonly kind: Kind; readonly what: string}[] = [];
  const complain = (kind: Kind, what: string) => broken.push({kind, what});
  const shop = shops[0]!;
  const payments = await razorpay.call('payments');
  const statuses = new Map((await razorpay.call('tokens')).map(({id, status}) => [id, status]));
  const news = await shop.call('news');
  const counts = {captured: 0, failed: 0, refunded: 0, attempts: 0};

  for (const token of tokens) {
    const mandate = await shop.call('find', token);
    checkMandate(token, mandate, statuses.get(token));
    const charges = await shop.call('charges', token);
    counts.attempts += charges.length;
    for (const period of periods) checkPeriod(token, period, charges);
  }
  for (const {mandate, period, attempt} of news.charges)
    if (!tokens.includes(mandate)) complain('told otherwise', `${mandate} ${period} ${attempt}`);
  for (const each of shops)
    for (const complaint of await each.call('complaints')) complain('complaints', complaint);

  function checkMandate(token: string, mandate: Mandate | undefined, status = 'unknown'): void {
    if (!mandate) return void complain('lost', `${token} is in no ledger.`);
    if (mandate.status !== status)
      complain('lost', `${token} is ${mandate.status}, at Razorpay ${status}.`);
    const told = news.mandates.filter((row) => row.mandate === token);
    const problem = problemOfChain(told, mandate.status);
    if (problem) complain(problem, `${token}: ${told.map((row) => row.status).join(', ')}.`);
  }

  function checkPeriod(token: string, period: string, all: readonly Charge[]): void {
    const name = `${token} ${period}`;
    const charges = all.filter((charge) => charge.period === period);
    const own = payments.filter((payment) => payment.token === token && payment.period === period);
    const paid = own.filter(({isPaid}) => isPaid);
    if (paid.length > 1)
      complain('charged twice', `${name}: ${paid.map(({id}) => id).join(', ')}.`);
    const [last] = charges;
    if (!last) return void complain('lost', `${name} was asked for and is in no ledger.`);
    if (last.status !== 'captured' && last.status !== 'failed')
      complain('lost', `${name} is still ${last.status}.`);
    const captured = charges.filter(({status}) => status === 'captured');
    if (captured.length) counts.captured++;
    else counts.failed++;
    const inLedger = captured.map(({paymentId}) => paymentId).sort();
    const atRazorpay = paid.map(({id}) => id).sort();
    if (inLedger.join() !== atRazorpay.join())
      complain(
        'lost',
        `${name}: paid by [${atRazorpay.join()}], in the ledger [${inLedger.join()}].`,
      );
    for (const charge of charges) {
      const told = news.charges.filter(
        (row) => row.mandate === token && row.period === period && row.attempt === charge.attempt,
      );
      const refunded = paid.find(({id}) => id === charge.paymentId)?.refunded ?? 0;
      const toldRefunds = told.reduce((sum, {refund}) => sum + refund, 0);
      counts.refunded += refunded > 0 ? 1 : 0;
      if (charge.amountRefunded !== refunded || toldRefunds !== refunded)
        complain(
          toldRefunds > refunded ? 'told twice' : 'told otherwise',
          `${name}: ${refunded} paise went back, ${charge.amountRefunded} in the ledger, ${toldRefunds} told.`,
        );
      const problem = problemOfNews(told, charge.status);
      if (problem)
        complain(
          problem,
          `${name}, attempt ${charge.attempt}, ${charge.status}: ${told.map(({status}) => status).join(', ') || 'never'}.`,
        );
    }
  }

  const byKind = KINDS.map((kind) => [kind, broken.filter((one) => one.kind === kind).length]);
  return {
    figures: {...counts, ...(Object.fromEntries(byKind) as Record<Kind, number>)},
    broken: broken.map(({kind, what}) => `${kind}: ${what}`),
  };
}
