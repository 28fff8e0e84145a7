import {expect} from '@open-wc/testing';
import type {Notice} from '../../src/checkout/said/notice.js';
import type {Action} from '../../src/face/action-button.js';
import {drawMessage} from '../../src/face/notice.js';
import {until} from '../fixtures/browser/wait.js';
import {PAYMENT_ID as paymentId} from '../fixtures/samples.js';

/** A notice in a tree of its own, and its parts. */
function prepare(notice: Notice, actions: readonly Action[] = []) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({mode: 'open'});
  const box = root.appendChild(document.createElement('button'));
  const message = root.appendChild(document.createElement('div'));
  box.textContent = 'Pay now';
  drawMessage(message, {state: 'idle', label: '', message: '', notice, actions}, box);
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

  for (const [message, title, text] of [
    ['Cancelled. Nothing was paid.', 'Cancelled', 'Nothing was paid.'],
    ['₹349 paid.', '₹349 paid', undefined],
    ['रद्द किया गया। कुछ भुगतान नहीं हुआ।', 'रद्द किया गया', 'कुछ भुगतान नहीं हुआ।'],
    ['Paid! Thank you.', 'Paid!', 'Thank you.'],
  ] as const)
    it(`ends a title without a full stop for the eye, and with one for the ear: ${message}`, () => {
      const {part, host} = prepare({kind: 'cancelled', title: message});
      const heading = part('title')!;
      expect(message.startsWith(heading.textContent)).to.be.true;
      const [unseen] = heading.querySelectorAll('span');
      if (unseen) expect(getComputedStyle(unseen).opacity).to.equal('0');
      unseen?.remove();
      expect([heading.textContent, part('text')?.textContent]).to.deep.equal([title, text]);
      host.remove();
    });

  it('ends as the shop has written it what are the own words of the shop', () => {
    const {part, host} = prepare({kind: 'error', title: 'Only two are left.', text: ''});
    expect(part('title')!.innerHTML).to.equal('Only two are left.');
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
      amount: '₹378',
    });
    expect(part('title')!.innerHTML).to.equal('Pay <bdi part="amount">₹378</bdi> at the door');
    host.remove();
  });

  it('sets the number of an order apart, to be selected without the full stop behind it', () => {
    const {part, host} = prepare({
      ...failed,
      text: 'Order order_NywBaRo39BQa8F. ₹378',
      amount: '₹378',
    });
    expect(part('text')!.textContent).to.equal('Order order_NywBaRo39BQa8F. ₹378');
    expect(part('order-id')!.textContent).to.equal('order_NywBaRo39BQa8F');
    expect(part('amount')!.textContent).to.equal('₹378');
    // The name that Safari knows, and the others take for their own.
    const look = getComputedStyle(part('order-id')!);
    expect(look.getPropertyValue('-webkit-user-select')).to.equal('all');
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
    for (const look of ['fontFamily', 'fontSize'] as const)
      expect(getComputedStyle(part('action')!)[look]).to.equal(
        getComputedStyle(part('actions')!)[look],
      );
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
    await until(() => copy.textContent !== 'Copy number');
    expect(copied).to.deep.equal([paymentId]);
    expect(copy.textContent).to.equal('Copied');
    host.remove();
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else Reflect.deleteProperty(navigator, 'clipboard');
  });

  for (const [isCopied, says] of [
    [true, 'Copied'],
    [false, 'Copy number'],
  ] as const)
    it(`copies without leave, and selects the number where that is not done: ${isCopied}`, async () => {
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
      const selected: string[] = [];
      const own = Object.getOwnPropertyDescriptor(Document.prototype, 'execCommand')!;
      // oxlint-disable-next-line typescript/no-deprecated -- It is what is stood in for.
      Document.prototype.execCommand = (command) => {
        const {activeElement} = document.activeElement!.shadowRoot!;
        selected.push(`${command} ${(activeElement as HTMLTextAreaElement).value}`);
        return isCopied;
      };
      const {part, host} = prepare({...failed, paymentId, copy: ['Copy number', 'Copied']});
      part('action')!.click();
      await until(() => selected.length === 1);
      await until(() => part('action')!.textContent === says);
      expect(selected).to.deep.equal([`copy ${paymentId}`]);
      expect(host.shadowRoot!.activeElement === part('action')).to.be.true;
      // What was copied is selected no more, of which WebKit says that nothing is.
      if (!isCopied) expect(getSelection()!.rangeCount).to.equal(1);
      host.remove();
      Reflect.deleteProperty(navigator, 'clipboard');
      Object.defineProperty(Document.prototype, 'execCommand', own);
    });

  it('is accessible in each kind', async () => {
    for (const scheme of ['light', 'dark'])
      for (const kind of [
        'error',
        'failed',
        'cancelled',
        'unconfirmed',
        'placed',
        'paid',
        'earlier',
      ] as const) {
        const {host, root} = prepare({...failed, kind}, [{label: 'Do', run: () => undefined}]);
        host.style.colorScheme = scheme;
        // Drawn by the system.
        root.querySelector('button')!.hidden = true;
        await expect(host).to.be.accessible();
        host.remove();
      }
  });
});
