import {expect} from '@esm-bundle/chai';
import {RzpErrorEvent, RzpOpenEvent} from '../../../src/checkout/events/events.js';
import {Reporter} from '../../../src/checkout/events/reporter.js';
import type {Telling} from '../../../src/checkout/said/told.js';
import {CheckoutError} from '../../../src/checkout/shell/checkout-error.js';
import {HELP_URL} from '../../../src/wire/reference/help-url.js';
import {heard} from '../../fixtures/browser/console.js';

describe('the reporter', () => {
  it('hands on each state with what is told and what may be done', () => {
    const entered: unknown[][] = [];
    const reporter = new Reporter({enter: (...words) => entered.push(words)});
    const telling: Telling = {told: {said: 'attempted'}};
    reporter.enter('open');
    reporter.enter('unconfirmed', telling);
    expect(entered).to.deep.equal([
      ['open', {}],
      ['unconfirmed', telling],
    ]);
  });

  it('says whether the default of an event stands', () => {
    const target = new EventTarget();
    const reporter = new Reporter({target});
    expect(reporter.tell(new RzpOpenEvent())).to.be.true;
    target.addEventListener('rzp-open', (event) => event.preventDefault());
    expect(reporter.tell(new RzpOpenEvent())).to.be.false;
  });

  it('tells the console of errors only, and who asks to hear it of each event, before it is fired', () => {
    const told: string[] = [];
    const target = new EventTarget();
    target.addEventListener('rzp-open', () => told.push('fired'));
    const reporter = new Reporter({target, hear: ({type}) => told.push(type)});
    reporter.enter('open');
    reporter.tell(new RzpOpenEvent());
    expect(heard.info).to.deep.equal([]);
    expect(told).to.deep.equal(['rzp-open', 'fired']);
  });

  it('calls an error what only the developer can mend, and a warning what may go by itself', () => {
    const reporter = new Reporter({target: new EventTarget()});
    reporter.tell(new RzpErrorEvent(new CheckoutError('config_invalid', 'No key.')));
    reporter.tell(
      new RzpErrorEvent(new CheckoutError('order_failed', 'No answer.', {retryable: true})),
    );
    expect(heard.error.map(([text]) => text)).to.deep.equal(['rzp-magic-button: No key.']);
    expect(heard.warn.map(([text]) => text)).to.deep.equal(['rzp-magic-button: No answer.']);
    // By which the reference says what to do, and where.
    const [ours, theirs] = [heard.error[0] ?? [], heard.warn[0] ?? []];
    expect([ours.at(-2), theirs.at(-2)]).to.deep.equal(['config_invalid', 'order_failed']);
    expect([ours.at(-1), theirs.at(-1)]).to.deep.equal([
      HELP_URL + 'config_invalid',
      HELP_URL + 'order_failed',
    ]);
  });
});
