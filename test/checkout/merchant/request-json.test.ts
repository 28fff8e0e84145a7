import {expect} from '@esm-bundle/chai';
import {requestJson} from '../../../src/checkout/merchant/request-json.js';
import type {RequestSettings} from '../../../src/checkout/shell/request-settings.js';
import {shop} from '../../fixtures/browser/server.js';

const timeoutMs = 5_000;

describe('a request to the merchant', () => {
  it('is a GET without a body', async () => {
    const endpoint = shop({json: {ok: true}});
    const response = await requestJson(endpoint.url, {timeoutMs});
    expect(await response.json()).to.deep.equal({ok: true});
    const [call] = await endpoint.calls();
    expect(call).to.include({method: 'GET', body: ''});
    expect(call?.headers).to.include({accept: 'application/json'});
    expect(call?.headers).to.not.have.property('content-type');
  });

  it('is a POST with one, whose headers the page can add to and not change', async () => {
    const endpoint = shop({});
    const requestHeaders = {'X-CSRF': 'token', 'Content-Type': 'text/plain'};
    await requestJson(endpoint.url, {body: {a: 1}, requestHeaders, timeoutMs});
    const [call] = await endpoint.calls();
    expect(call).to.include({method: 'POST', body: '{"a":1}'});
    expect(call?.headers).to.include({'content-type': 'application/json', 'x-csrf': 'token'});
  });

  it('keeps the status of an answer without a body', async () => {
    const endpoint = shop({status: 204});
    expect((await requestJson(endpoint.url, {timeoutMs})).status).to.equal(204);
  });

  for (const [what, settings] of Object.entries({
    'an answer that does not come': {},
    'headers that do not come': {requestHeaders: () => new Promise(() => undefined)},
  } satisfies Record<string, RequestSettings>))
    it(`is given up with ${what}`, async () => {
      const error: unknown = await requestJson(shop({hold: true}).url, {
        ...settings,
        timeoutMs: 50,
      }).catch((thrown: unknown) => thrown);
      expect(error).to.include({name: 'TimeoutError', message: 'No answer in 50 ms.'});
    });
});
