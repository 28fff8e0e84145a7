import {expect} from '@esm-bundle/chai';
import {lock} from '../../../src/button/said/lock.js';

describe('the lock', () => {
  const prepare = () => {
    const line = document.body.appendChild(document.createElement('div'));
    line.style.cssText = 'font: 600 16px/1.25 sans-serif; color: rgb(1, 2, 3)';
    line.append('Pay');
    const height = line.offsetHeight;
    const icon = lock();
    line.prepend(icon);
    return {line, icon, height};
  };

  it('is drawn by strokes as large as the text, which forced colours leave', () => {
    const {line, icon} = prepare();
    const {width, height} = icon.getBoundingClientRect();
    expect([width > 16, height > 16]).to.deep.equal([true, true]);
    const {stroke, backgroundImage} = getComputedStyle(icon);
    expect([stroke, backgroundImage]).to.deep.equal(['rgb(1, 2, 3)', 'none']);
    line.remove();
  });

  it('makes no line higher, and says nothing', () => {
    const {line, icon, height} = prepare();
    expect(line.offsetHeight).to.equal(height);
    expect([icon.textContent, icon.getAttribute('aria-hidden')]).to.deep.equal(['', 'true']);
    line.remove();
  });
});
