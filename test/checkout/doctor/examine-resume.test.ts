import {expect} from '@esm-bundle/chai';
import {resumeCheckouts} from '../../../src/checkout/recovery/resume-checkouts.js';
import {keepUnfinished} from '../../../src/checkout/storage/unfinished.js';
import {heard} from '../../fixtures/browser/console.js';
import {PAID, PAYMENT, unfinished} from '../../fixtures/browser/order-samples.js';
import {shop} from '../../fixtures/browser/server.js';
import {until} from '../../fixtures/browser/wait.js';
import {KEY_ID, OTHER_KEY_ID} from '../../fixtures/samples.js';

const said = (text: string) =>
  until(() => heard.warn.flat().some((line) => String(line).includes(text)), text);

describe('the doctor at checkouts that are finished later', () => {
  it('says with debug what there is to finish, and what becomes of it', async () => {
    keepUnfinished(unfinished({payment: PAYMENT}));
    const {url} = shop({json: PAID});
    await resumeCheckouts({keyId: KEY_ID, verifyUrl: url, statusUrl: url, debug: true});
    await until(() => heard.info.length === 2, 'two lines');
    expect(heard.info.map((words) => words.join(' '))).to.deep.equal([
      'rzp-magic-button: resumeCheckouts() has 1 of 1 to finish',
      'rzp-magic-button: rzp-success',
    ]);
  });

  it('says what is misspelt, missing, no address, or of somebody else', async () => {
    keepUnfinished(unfinished());
    await resumeCheckouts({
      keyId: OTHER_KEY_ID,
      verifyUrl: 'https://user:secret@shop.example/verify',
      debug: true,
      ...{statusURL: '/status'},
    });
    await said(
      'statusURL is no option of resumeCheckouts(), and does nothing. → Write statusUrl: ….',
    );
    await said('verifyUrl is no address that a request can be sent to');
    await said('statusUrl is missing');
    await said('is left alone: it is of another key and orderUrl');
    expect(heard.warn.flat().join()).not.to.contain('secret');
  });

  it('says that nobody knows whose they are, and where nothing is sent to', async () => {
    await resumeCheckouts({verifyUrl: '/verify', debug: true});
    await said('neither orderUrl nor keyId');
    keepUnfinished(unfinished({payment: PAYMENT}));
    await resumeCheckouts({keyId: KEY_ID, verifyUrl: 'https://other.example/verify', debug: true});
    await said('verifyUrl leads to https://other.example, and a checkout was opened with');
  });
});
