import {expect} from '@esm-bundle/chai';
import {checkSale} from '../../../src/pos/request/check-sale.js';
import type {SaleRequest} from '../../../src/pos/request/sale-request.js';
import '../../fixtures/browser/console.js';
import {refusalOf} from '../../fixtures/browser/request.js';
import {until} from '../../fixtures/browser/wait.js';

const BASE: SaleRequest = {
  orderUrl: '/orders',
  deviceUrl: '/devices',
  deviceMode: 'wireless',
  deviceId: '2841158834',
  businessName: 'Acme Corp',
  description: 'POS Transaction',
};
const checked = (changes: object = {}) => checkSale({...BASE, ...changes}, () => undefined);

describe('the request of a sale', () => {
  it('is what the device is sent, and no amount', () => {
    expect(checked({prefillName: 'Gaurav Kumar', notes: {table: 4}}).checkout).to.deep.equal({
      action: 'initiate_checkout',
      device_mode: 'wireless',
      device_id: '2841158834',
      name: 'Acme Corp',
      description: 'POS Transaction',
      notes: {table: '4'},
      prefill: {name: 'Gaurav Kumar'},
    });
  });

  it('resolves its addresses', () => {
    const {deviceUrl, statusUrl, source} = checked({statusUrl: '/status'});
    expect(deviceUrl).to.equal(`${location.origin}/devices`);
    expect(statusUrl).to.equal(`${location.origin}/status`);
    expect(source.orderUrl).to.equal(`${location.origin}/orders`);
  });

  for (const [what, requestHeaders] of Object.entries({
    'none of its own': undefined,
    'those of an object': {'X-CSRF-Token': '7'},
    'those of a function': () => ({'X-CSRF-Token': '7'}),
  }))
    it(`adds the mode to the headers of its order: ${what}`, async () => {
      const {requestHeaders: headersOf} = checked({requestHeaders}).source;
      const headers = new Headers(await (headersOf as () => Promise<Headers>)());
      expect(headers.get('X-Razorpay-Device-Mode')).to.equal('wireless');
      expect(headers.get('X-CSRF-Token')).to.equal(requestHeaders ? '7' : null);
    });

  it('leaves out a phone number that is none, and says so', async () => {
    const warnings: string[] = [];
    const {checkout} = checkSale({...BASE, prefillContact: '12'}, (text) => warnings.push(text));
    expect(checkout).to.not.have.property('prefill');
    await until(() => warnings.length);
    expect(warnings[0]).to.contain('prefill-contact="12" is left out.');
  });

  it('may do without the id of a wired device', () => {
    expect(checked({deviceMode: 'wired', deviceId: null}).checkout).to.not.have.property(
      'device_id',
    );
  });

  it('is refused with too many notes', async () => {
    const notes = Object.fromEntries(Array.from({length: 16}, (_, i) => [`n${i}`, 'x']));
    const {message} = await refusalOf(() => checked({notes}));
    expect(message).to.contain('16 notes');
  });
});
