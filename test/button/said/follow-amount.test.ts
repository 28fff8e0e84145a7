// With src/button/said/say-at.ts, which has it done whenever something is said.
import {expect} from '@open-wc/testing';
import {followAmount} from '../../../src/button/said/follow-amount.js';
import {heard} from '../../fixtures/browser/console.js';
import {until} from '../../fixtures/browser/wait.js';

interface Host {
  amount?: unknown;
  currency?: string | null;
}

describe('the amount of a label', () => {
  it('becomes that of the order, and the console says so once', async () => {
    const host: Host = {amount: 34_900};
    followAmount(host, {amount: 39_800, currency: 'INR'});
    expect(host).to.deep.equal({amount: 39_800, currency: 'INR'});
    followAmount(host, {amount: 39_800, currency: 'INR'});
    await until(() => heard.error.length);
    expect(heard.error).to.deep.equal([
      [
        'rzp-magic-button: amount="34900" is not what the order costs: ₹398. The label follows the order.',
      ],
    ]);
  });

  it('is followed where a framework has set it as a text', async () => {
    const host: Host = {amount: '34900'};
    followAmount(host, {amount: 34_900, currency: 'INR'});
    expect(host).to.deep.equal({amount: '34900'});
    followAmount(host, {amount: 59_700, currency: 'INR'});
    expect(host).to.deep.equal({amount: 59_700, currency: 'INR'});
    await until(() => heard.error.length);
  });

  it('is of the currency of the order', async () => {
    const host: Host = {amount: 500};
    followAmount(host, {amount: 500, currency: 'JPY'});
    expect(host).to.deep.equal({amount: 500, currency: 'JPY'});
    await until(() => heard.error.length);
  });

  for (const [host, money] of [
    [{amount: 34_900}, undefined],
    [{amount: 34_900}, {amount: 34_900, currency: 'INR'}],
    [
      {amount: 500, currency: 'USD'},
      {amount: 500, currency: 'USD'},
    ],
    [{}, {amount: 34_900, currency: 'INR'}],
    [{amount: null}, {amount: 34_900, currency: 'INR'}],
    [{amount: '349.00'}, {amount: 34_900, currency: 'INR'}],
  ] as [Host, {amount: number; currency: string} | undefined][])
    it(`stays ${JSON.stringify(host)} for an order of ${JSON.stringify(money)}`, () => {
      const before = {...host};
      followAmount(host, money);
      expect(host).to.deep.equal(before);
      expect(heard.error).to.deep.equal([]);
    });
});
