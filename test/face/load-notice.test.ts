import {expect} from '@esm-bundle/chai';
import type {Notice} from '../../src/checkout/said/notice.js';
import {draw, loadNotice} from '../../src/face/load-notice.js';
import {noticeStyles} from '../../src/face/notice-styles.js';
import {until} from '../fixtures/browser/wait.js';

const notice: Notice = {kind: 'failed', title: 'It failed', text: ''};

describe('the code of a notice', () => {
  it('draws what is still shown when it comes, and nothing that has gone meanwhile', async () => {
    const [shown, gone] = [document.createElement('div'), document.createElement('div')];
    draw(shown, notice, []);
    draw(gone, notice, []);
    draw(gone, undefined, []);
    await until(() => shown.textContent === 'It failed');
    expect(gone.childNodes).to.have.length(0);
  });

  it('draws at once from then on', async () => {
    await loadNotice();
    const message = document.createElement('div');
    draw(message, notice, []);
    expect(message.textContent).to.equal('It failed');
  });

  it('has washes for a page of either scheme, and edges where the system has its own colours', () => {
    expect(noticeStyles).to.contain('light-dark(');
    expect(noticeStyles).to.contain('forced-colors: active');
  });
});
