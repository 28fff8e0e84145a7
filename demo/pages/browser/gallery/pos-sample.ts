import {RzpPosButton} from '../../../../src/pos/rzp-pos-button.js';
import type {PosState} from '../../../../src/pos/shell/pos-state.js';
import {words as english} from '../../../../src/pos/words/en.js';
import {
  labelIn,
  saidCancelled,
  saidDoubt,
  saidPaid,
  saidUnpaid,
  saidUnreachable,
} from '../../../../src/pos/words/say.js';
import type {PosWords} from '../../../../src/pos/words/words.js';
import {fill} from '../../../../src/checkout/words/fill.js';
import {draw, loadNotice} from '../../../../src/face/load-notice.js';
import {noticeOf} from '../../../../src/pos/notice-of.js';
import type {PosSampleName} from '../../../gallery/samples.js';

interface Told {
  state: PosState;
  message: string;
  isUrgent?: boolean;
  isCancelled?: boolean;
  /** What a press does. */
  next?: string;
  /** What else the cashier may do about it. */
  deeds?: readonly string[];
}

/** What a sale has the till tell; nothing where there was none. */
const TOLD: Record<PosSampleName, ((words: PosWords) => Told) | undefined> = {
  idle: undefined,
  disabled: undefined,
  cancelled: (words) => ({
    state: 'idle',
    message: saidCancelled(words),
    isCancelled: true,
    next: words.tryAgain,
  }),
  refused: ({device, tryAgain}) => ({
    state: 'idle',
    message: device.busy.join(' '),
    isUrgent: true,
    next: tryAgain,
  }),
  failed: (words) => ({
    state: 'failed',
    message: saidUnpaid(words, 'CARD_DECLINED'),
    isUrgent: true,
    next: words.tryAgain,
  }),
  'order over': ({orderOver, newSale}) => ({
    state: 'idle',
    message: fill(orderOver, {action: newSale}),
    isUrgent: true,
    next: newSale,
  }),
  preparing: ({label}) => ({state: 'preparing', message: label.preparing}),
  processing: ({processing, cancel}) => ({
    state: 'processing',
    message: processing,
    deeds: [cancel],
  }),
  cancelling: ({cancelling}) => ({state: 'processing', message: cancelling}),
  unconfirmed: (words) => ({
    state: 'unconfirmed',
    message: saidDoubt(words),
    isUrgent: true,
    next: words.checkAgain,
    deeds: [words.cancel],
  }),
  unreachable: (words) => ({
    state: 'unconfirmed',
    message: saidUnreachable(words),
    isUrgent: true,
    next: words.checkAgain,
    deeds: [words.cancel],
  }),
  paid: (words) => ({state: 'paid', message: saidPaid(words, '₹349'), deeds: [words.newSale]}),
  'paid before': ({paidBefore, newSale}) => ({
    state: 'paid',
    message: fill(paidBefore, {id: 'order_NywBaRo39BQa8F'}),
    deeds: [newSale],
  }),
};

const isName = (name: string): name is PosSampleName => Object.hasOwn(TOLD, name);

/** A till that shows what a sale would have it show, and takes no press. */
export class PosSample extends RzpPosButton {
  override open(): Promise<never> {
    return new Promise(() => undefined);
  }

  async showSample(): Promise<void> {
    const {sample = ''} = this.dataset;
    await Promise.all([this.learn(), loadNotice()]);
    const words = this.words ?? english;
    const told = isName(sample) ? TOLD[sample]?.(words) : undefined;
    if (!told) return;
    const {next, deeds = [], ...shown} = told;
    const deed = (label: string) => ({label, run: () => undefined});
    this.draw = draw;
    this.show({
      ...shown,
      notice: noticeOf(told),
      label: next ?? labelIn(words, told.state),
      next: next === undefined ? undefined : deed(next),
      actions: deeds.map(deed),
      language: words.language,
    });
  }
}
