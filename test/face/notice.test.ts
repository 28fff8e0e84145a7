import {expect} from '@esm-bundle/chai';
import type {Notice} from '../../src/checkout/said/notice.js';
import {drawNotice} from '../../src/face/notice.js';
import {PAYMENT_ID as paymentId} from '../fixtures/samples.js';

/** A notice in a tree of its own, and its parts. */
function prepare(notice: Notice, actions: Parameters<typeof drawNotice>[2] = []) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({mode: 'open'});
  const message = root.appendChild(document.createElement('div'));
  drawNotice(message, notice, actions);
  const part = (name: string) => root.querySelector<HTMLElement>(`[part=${name}]`);
  return {host, root, message, part};
}

const failed: Notice = {kind: 'failed', title: 'It failed', text: 'Nothing was taken.'};

describe('a notice', () => {
  it('has an icon that nobody hears, a title and a sentence', () => {
    const {part, host} = prepare(failed);
    expect(part('title')!.textContent).to.equal('It failed');
    expect(part('text')!.textContent).to.equal('Nothing was taken.');
    expect(part('icon')!.getAttribute('aria-hidden')).to.equal('true');
    expect(part('notice')!.className).to.equal('failed');
    expect(part('actions')).to.equal(null);
    host.remove();
  });

  it('takes texts as texts', () => {
    const {message, host} = prepare({...failed, title: '<img src=x onerror=alert(1)>'});
    expect(message.querySelector('img')).to.equal(null);
    host.remove();
  });

  it('sets the amount apart from the text around it', () => {
    const {part, host} = prepare({
      ...failed,
      title: 'Pay ₹378 at the door',
      amount: {amount: 37_800, currency: 'INR'},
    });
    expect(part('title')!.innerHTML).to.equal('Pay <bdi>₹378</bdi> at the door');
    host.remove();
  });

  it('offers its actions in a row, with a gap, as targets of 44 pixels', () => {
    const runs: string[] = [];
    const {part, host, root} = prepare(failed, [
      {label: 'Check again', run: () => runs.push('check')},
      {label: 'Try again', run: () => runs.push('try')},
    ]);
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('button')];
    expect(getComputedStyle(part('actions')!).columnGap).to.equal('8px');
    for (const button of buttons) button.click();
    expect(runs).to.deep.equal(['check', 'try']);
    host.remove();
  });

  it('has the number of a payment copied, and says so', async () => {
    const copied: string[] = [];
    const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {writeText: (text: string) => Promise.resolve(copied.push(text))},
    });
    const {part, host} = prepare({...failed, paymentId, copy: ['Copy number', 'Copied']});
    expect(part('payment-id')!.textContent).to.equal(paymentId);
    const copy = part('action')!;
    expect(copy.textContent).to.equal('Copy number');
    copy.click();
    await Promise.resolve();
    await Promise.resolve();
    expect(copied).to.deep.equal([paymentId]);
    expect(copy.textContent).to.equal('Copied');
    host.remove();
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('selects the number where the browser copies nothing', async () => {
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
    const {part, host} = prepare({...failed, paymentId, copy: ['Copy number', 'Copied']});
    part('action')!.click();
    await Promise.resolve();
    expect(getSelection()!.rangeCount).to.equal(1);
    expect(part('action')!.textContent).to.equal('Copy number');
    host.remove();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('is accessible in each kind', async () => {
    for (const scheme of ['light', 'dark'])
      for (const kind of ['error', 'failed', 'unconfirmed', 'placed', 'paid', 'earlier'] as const) {
        const {host} = prepare({...failed, kind}, [{label: 'Do', run: () => undefined}]);
        host.style.colorScheme = scheme;
        await expect(host).to.be.accessible();
        host.remove();
      }
  });
});
