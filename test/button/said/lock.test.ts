import {expect} from '@esm-bundle/chai';
import {lock} from '../../../src/button/said/lock.js';

it('the lock is as large as the text, and says nothing', () => {
  const icon = lock();
  document.body.append(icon);
  expect([icon.offsetHeight > 8, icon.offsetWidth > 6, icon.textContent]).to.deep.equal([
    true,
    true,
    '',
  ]);
  expect(getComputedStyle(icon).backgroundImage).to.match(/^linear-gradient.*radial-gradient/);
  icon.remove();
});
