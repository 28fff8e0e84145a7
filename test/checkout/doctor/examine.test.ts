// With src/checkout/doctor/call-doctor.ts, src/checkout/doctor/advise-options.ts and
// src/checkout/doctor/say-misspelt.ts.
import {expect} from '@esm-bundle/chai';
import {prepare} from '../../fixtures/browser/checkout.js';
import {heard} from '../../fixtures/browser/console.js';
import {until} from '../../fixtures/browser/wait.js';

const said = (text: string) =>
  until(() => heard.warn.flat().some((line) => String(line).includes(text)), text);

describe('the doctor at a checkout that a script begins', () => {
  it('says with debug all that happens, from the start, and what is wrong, as options', async () => {
    const {start} = prepare((checkout) => checkout.pay());
    await start({debug: true, themeColor: 'orange', ...{successURL: '/paid'}});
    await said('A press would be refused. → themeColor: "orange" can\'t be used.');
    await said('statusUrl is missing');
    await said(
      'successURL is no option of startCheckout(), and does nothing. → Write successUrl: ….',
    );
    const lines = heard.info.map((words) => words.join(' '));
    expect(lines.slice(0, 2)).to.deep.equal([
      'rzp-magic-button: rzp-open',
      'rzp-magic-button: state preparing',
    ]);
  });

  it('says each state and event of a purchase', async () => {
    const {start} = prepare((checkout) => checkout.pay());
    await start({debug: true});
    await until(() => heard.info.length === 7, 'seven lines');
    expect(
      heard.info.map((words) => words.join(' ').replace('rzp-magic-button: ', '')),
    ).to.deep.equal([
      ...['rzp-open', 'state preparing', 'state open', 'rzp-payment', 'state verifying'],
      ...['state paid', 'rzp-success'],
    ]);
  });

  it('names without debug what is misspelt, and no more', async () => {
    const {start} = prepare((checkout) => checkout.pay());
    await start({...{orderURL: '/orders', debug: false}});
    await said(
      'rzp-magic-button: orderURL is no option of startCheckout(), and does nothing. Write orderUrl: ….',
    );
    expect(heard.info).to.deep.equal([]);
  });

  it('says nothing without debug', async () => {
    const {start} = prepare((checkout) => checkout.pay());
    await start({...{debug: 'false' as unknown as boolean}});
    expect(heard.info).to.deep.equal([]);
  });
});
