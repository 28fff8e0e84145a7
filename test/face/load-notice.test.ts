import {expect} from '@esm-bundle/chai';
import {draw, loadNotice} from '../../src/face/load-notice.js';
import {noticeStyles} from '../../src/face/notice-styles.js';
import type {Shown} from '../../src/face/shown.js';

const idle: Shown = {state: 'idle', label: '', message: ''};
const failed: Shown = {
  ...idle,
  message: 'It failed.',
  notice: {kind: 'failed', title: 'It failed', text: ''},
  actions: [{label: 'Try again', run: () => undefined}],
};
const prepare = () => [document.createElement('div'), document.createElement('button')] as const;

describe('the code of a notice', () => {
  it('leaves a text, and what can be done about it, where it has not come', () => {
    const [message, box] = prepare();
    draw(message, failed, box);
    expect(message.textContent).to.equal('It failed.Try again');
    draw(message, idle, box);
    expect(message.textContent).to.equal('');
  });

  it('draws a notice once it has come', async () => {
    await loadNotice();
    const [message, box] = prepare();
    draw(message, failed, box);
    expect(message.querySelector('[part=title]')?.textContent).to.equal('It failed');
  });

  it('has washes for a page of either scheme, and edges where the system has its own colours', () => {
    expect(noticeStyles).to.contain('light-dark(');
    expect(noticeStyles).to.contain('forced-colors: active');
  });
});
