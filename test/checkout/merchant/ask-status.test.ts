import {expect} from '@esm-bundle/chai';
import {askStatus} from '../../../src/checkout/merchant/ask-status.js';
import {PAID} from '../../fixtures/browser/order-samples.js';
import {shop, type Answer} from '../../fixtures/browser/server.js';
import {ORDER_ID, OTHER_ORDER_ID} from '../../fixtures/samples.js';

/** A question about an order, with the answer of a server. */
async function ask(answer: Answer, timeoutMs = 5_000) {
  const endpoint = shop(answer);
  const reply = await askStatus(
    {statusUrl: new URL(endpoint.url, location.href).href, requestHeaders: {'X-CSRF': 'token'}},
    ORDER_ID,
    timeoutMs,
  );
  return {reply, endpoint};
}

describe('the status of an order', () => {
  it('is asked for with its id, beside what the address says already', async () => {
    const {reply, endpoint} = await ask({json: PAID});
    expect(reply).to.deep.equal(PAID);
    const [call] = await endpoint.calls();
    expect(call).to.include({method: 'GET', body: ''});
    expect(call?.headers['x-csrf']).to.equal('token');
    expect(new URLSearchParams(call?.query).get('order_id')).to.equal(ORDER_ID);
  });

  it('is asked for past whatever keeps answers', async () => {
    const endpoint = shop({json: PAID, headers: {'Cache-Control': 'public, max-age=3600'}});
    const statusUrl = new URL(endpoint.url, location.href).href;
    for (let times = 0; times < 3; times++) await askStatus({statusUrl}, ORDER_ID, 5_000);
    const calls = await endpoint.calls();
    expect(calls.map(({headers}) => headers['cache-control'])).to.deep.equal(
      Array(3).fill('no-cache'),
    );
    const marks = calls.map(({query}) => new URLSearchParams(query).get('_'));
    for (const mark of marks) expect(mark).to.match(/^[0-9a-f]{32}$/);
    expect(new Set(marks).size).to.equal(3);
  });

  for (const [what, answer] of Object.entries({
    'an error': {status: 500, json: PAID},
    'a page': {html: '<h1>Log in</h1>'},
    'a word that nobody knows': {json: {...PAID, status: 'perhaps'}},
    'another order': {json: {...PAID, order_id: OTHER_ORDER_ID}},
    'half an answer': {drop: true},
  } satisfies Record<string, Answer>))
    it(`is not known from ${what}`, async () => {
      expect((await ask(answer)).reply).to.equal(undefined);
    });

  it('is not waited for any longer than that', async () => {
    expect((await ask({hold: true}, 50)).reply).to.equal(undefined);
  });
});
