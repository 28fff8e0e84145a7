// With src/checkout/doctor/advise-later.ts, which has it done when nothing else is to be done.
import {expect} from '@esm-bundle/chai';
import {prepare} from '../../fixtures/browser/button.js';
import {heard} from '../../fixtures/browser/console.js';
import {until} from '../../fixtures/browser/wait.js';
import '../../../src/pos/define.js';

const told = () => heard.warn.flat().map(String);

describe('what is misspelt of a button', () => {
  it('is named once, when the shopper comes near, and not before', async () => {
    const one = await prepare({attributes: {'theme-colour': '#fff'}, label: 'Pay'});
    const other = await prepare({attributes: {'theme-colour': '#000'}, label: 'Pay'});
    await until(() => one.button.isConnected && other.button.isConnected, 'both');
    expect(told()).to.deep.equal([]);
    for (const {button} of [one, other, one]) button.dispatchEvent(new Event('pointerenter'));
    await until(() => told().length > 0, 'the name');
    expect(told()).to.deep.equal([
      'rzp-magic-button: theme-colour is no attribute of <rzp-magic-button>, and does nothing. Write theme-color="…".',
    ]);
  });

  it('is named at once with debug', async () => {
    await prepare({attributes: {'sucess-url': '/paid', debug: ''}, label: 'Pay'});
    await until(() => told().some((text) => text.includes('Write success-url="…".')), 'the name');
  });

  it('is named where a framework has set a property by an attribute’s name', async () => {
    const {button} = await prepare({label: 'Pay'});
    // As Vue does for `:order-data.prop`.
    Object.assign(button, {'order-data': {sku: 'assam'}});
    button.dispatchEvent(new Event('pointerenter'));
    await until(
      () =>
        told().some(
          (text) => text.includes('order-data is no property') && text.includes('Set orderData'),
        ),
      'the name',
    );
  });

  it('is named where the page listens to what never comes', async () => {
    const {button} = await prepare({label: 'Pay'});
    button.addEventListener('rzp-sucess', () => undefined);
    button.dispatchEvent(new Event('pointerenter'));
    await until(
      () => told().some((text) => text.includes('rzp-sucess is no event of <rzp-magic-button>')),
      'the name',
    );
  });

  it('is a key of the sandbox too, without its script', async () => {
    const attributes = {'key-id': 'rzp_test_Sandbox0000001', 'script-url': ''};
    const {button} = await prepare({attributes, label: 'Pay'});
    button.dispatchEvent(new Event('pointerenter'));
    await until(() => told().some((text) => text.includes('Write script-url="…"')), 'the key');
  });

  it('is named of a till when it is pressed', async () => {
    const till = document.createElement('rzp-pos-button');
    till.setAttribute('divice-id', '1');
    till.textContent = 'Send';
    document.body.append(till);
    void till.open();
    await until(() => told().some((text) => text.includes('Write device-id="…".')), 'the name');
    till.remove();
  });

  it('is not missed where what tells it does not come', async () => {
    const {button, became} = await prepare({attributes: {'theme-colur': '#fff'}, label: 'Pay'});
    let asked = false;
    await until(() => {
      button.dispatchEvent(new Event('pointerenter'));
      return !!button.speech;
    }, 'what it speaks by');
    const advise = () => {
      asked = true;
      return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    };
    button.speech = {...button.speech!, advise};
    void button.open();
    await became('open');
    await until(() => asked, 'asked');
    expect(button.state).to.equal('open');
  });
});
