// With src/button/said/complaints.ts, which has the sentences.
import {expect} from '@esm-bundle/chai';
import {complain} from '../../../src/button/said/complain.js';
import {heard} from '../../fixtures/browser/console.js';
import {until} from '../../fixtures/browser/wait.js';

const said = () => heard.error.map(String);

it('a complaint is made once a page', async () => {
  complain('mark', 'gold', 'upi card');
  complain('mark', 'gold', 'upi card');
  complain('mark', 'silver', 'upi card');
  await until(() => heard.error.length === 2);
  expect(said()).to.have.members([
    'rzp-magic-button: marks has "gold", which is none of upi card.',
    'rzp-magic-button: marks has "silver", which is none of upi card.',
  ]);
});
