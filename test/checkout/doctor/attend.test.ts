// With src/checkout/doctor/visit.ts, src/checkout/doctor/narrate.ts,
// src/checkout/doctor/page/modal-above.ts, src/checkout/doctor/page/cover-of.ts,
// src/checkout/doctor/page/tag-of.ts, src/checkout/doctor/page/swallowed.ts, src/button/doctor/examine.ts, src/button/doctor/advise.ts,
// src/pos/doctor/examine.ts and src/pos/doctor/advise.ts.
import {expect} from '@esm-bundle/chai';
import {prepare} from '../../fixtures/browser/button.js';
import {heard} from '../../fixtures/browser/console.js';
import {until} from '../../fixtures/browser/wait.js';
import '../../../src/pos/define.js';

const said = (text: string) =>
  until(() => heard.warn.flat().some((line) => String(line).includes(text)), text);

/** Fires as the browser would, for a policy that it heeds. */
const violate = (blockedURI: string) =>
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      ...{blockedURI, effectiveDirective: 'script-src-elem', violatedDirective: 'script-src-elem'},
      ...{originalPolicy: "script-src 'self'", documentURI: location.href, disposition: 'enforce'},
      statusCode: 200,
    }),
  );

describe('the doctor at a button', () => {
  it('says with debug what is wrong, at once and as it comes', async () => {
    const {button} = await prepare({
      attributes: {debug: '', 'retry-max-count': '3', 'prefill-contact': '090000 90001'},
      label: 'Pay',
    });
    await said('retry-max-count does nothing in a browser');
    await said('is sent as "+••••••••••01"');
    await said('status-url is missing');

    button.setAttribute('sucess-url', '/paid');
    button.setAttribute('theme-color', 'orange');
    await said('sucess-url is no attribute of <rzp-magic-button>');
    await said('A press would be refused. → theme-color="orange" can\'t be used.');

    const rest = document.createElement('footer');
    rest.id = 'rest';
    button.append(rest);
    button.style.setProperty('--rzp-accent', 'color-mix(in srgb, CurrentColor, red)');
    violate('https://checkout.doctor.example/v1/magic-checkout.js');
    await said("Have it say: script-src 'self' https://checkout.doctor.example;");
    await said('<footer id="rest"> lies in <rzp-magic-button>');
    const text = heard.warn.flat().join('\n');
    expect(text).to.not.contain('90000');
    // In the colour of the page's text it can be read.
    expect(text).to.not.contain('--rzp-accent');
  });

  it('says without debug nothing but what is misspelt', async () => {
    const {button} = await prepare({
      attributes: {'retry-max-count': '4', 'verfy-url': '/v'},
      label: 'Pay',
    });
    button.dispatchEvent(new Event('pointerenter'));
    await said('verfy-url is no attribute');
    expect(heard.warn.flat().join('\n')).to.not.contain('retry-max-count');
  });

  it('says with debug each state and event of a press, also of one that does not wait for it', async () => {
    const {button} = await prepare({
      attributes: {debug: ''},
      label: 'Pay',
      onOpen: (checkout) => checkout.pay(),
    });
    await button.open();
    const lines = heard.info.map((words) => words.join(' '));
    expect(lines).to.deep.equal(
      [
        ...['state preparing', 'rzp-open', 'state open', 'rzp-payment', 'state verifying'],
        ...['state paid', 'rzp-success'],
      ].map((line) => `rzp-magic-button: ${line}`),
    );
    button.debug = false;
    button.reset();
    await until(() => heard.info.length === lines.length + 1, 'idle');
  });

  it('does not stand for who confirms a payment', async () => {
    const {button} = await prepare({attributes: {debug: '', 'verify-url': null}, label: 'Pay'});
    await said('unless a listener of rzp-payment answers');
    expect(await button.open()).to.nested.include({'error.code': 'config_invalid'});
  });

  it('sees a modal dialog that keeps the shopper from the button', async () => {
    const {button} = await prepare({attributes: {debug: ''}, label: 'Pay'});
    const dialog = document.createElement('dialog');
    dialog.id = 'cookies';
    document.body.append(dialog);
    dialog.showModal();
    await said('<dialog id="cookies"> is modal and open: <rzp-magic-button>');
    dialog.close();
    const around = document.createElement('dialog');
    around.id = 'basket';
    document.body.append(around);
    around.append(button);
    around.showModal();
    await until(() => around.matches(':modal'), 'modal');
    dialog.id = 'second';
    around.close();
    dialog.showModal();
    await said('<dialog id="second"> is modal and open');
    expect(heard.warn.flat().join()).to.not.contain('basket');
    dialog.remove();
    around.remove();
  });

  it('knows the key that came with the order, once it is open', async () => {
    const {button, became} = await prepare({
      attributes: {debug: '', 'key-id': 'rzp_test_Another0000001'},
      label: 'Pay',
    });
    void button.open();
    await became('open');
    await said('key-id is not the key that the order came with');
  });
});

describe('the doctor at a till', () => {
  it('says what a press would be refused for', async () => {
    const till = document.createElement('rzp-pos-button');
    till.setAttribute('debug', '');
    till.textContent = 'Send';
    document.body.append(till);
    await said('A press would be refused. → device-mode is missing.');
    till.remove();
  });
});
