import {expect} from '@esm-bundle/chai';
import {report} from '../../../src/checkout/doctor/report.js';
import {heard} from '../../fixtures/browser/console.js';
import {until} from '../../fixtures/browser/wait.js';

it('the doctor says each thing once, and what is found in one moment as one group', async () => {
  const groups: unknown[] = [];
  const {group, groupEnd} = console;
  Object.assign(console, {
    group: (...words: unknown[]) => groups.push(...words),
    groupEnd: () => groups.push('end'),
  });
  report([{what: 'One.', fix: 'Mend it.'}]);
  report([
    {what: 'One.', fix: 'Mend it.'},
    {what: 'Two.', fix: 'Mend it too.'},
  ]);
  await until(() => groups.length === 2, 'the group');
  report([{what: 'Two.', fix: 'Mend it too.'}]);
  Object.assign(console, {group, groupEnd});
  expect(groups).to.deep.equal(['rzp-magic-button: the doctor has found 2 things to mend', 'end']);
  expect(heard.warn.flat()).to.deep.equal(['One. → Mend it.', 'Two. → Mend it too.']);
});
