import {RzpMagicButton} from '../../../../src/button/rzp-magic-button.js';
import {say} from '../../../../src/checkout/said/say.js';
import type {Deed, Telling} from '../../../../src/checkout/said/told.js';
import type {CheckoutState} from '../../../../src/checkout/shell/checkout-state.js';
import {draw, loadNotice} from '../../../../src/face/load-notice.js';
import type {MagicSampleName} from '../../../gallery/samples.js';

const MONEY = {amount: 34_900, currency: 'INR'};
/** What is paid at the door has shipping in it, and a fee. */
const AT_THE_DOOR = {amount: 37_800, currency: 'INR'};
const orderId = 'order_NywBaRo39BQa8F';
const paymentId = 'pay_QxT4kN5m2LwZ8r';

const deed = (name: Deed['name']): Deed => ({name, run: () => undefined});
/** A link, which leads nowhere here. */
const viewOrder: Deed = {...deed('viewOrder'), href: '#samples'};
const paid = {said: 'paid', orderId, paymentId, money: MONEY} as const;
const placed = {said: 'placed', orderId, money: AT_THE_DOOR} as const;
const again = [deed('buyAgain')];

/** What a purchase has the button tell; nothing where there was none. */
const TOLD: Record<MagicSampleName, [CheckoutState, Telling] | undefined> = {
  idle: undefined,
  disabled: undefined,
  error: ['idle', {told: {said: {code: 'script_failed'}, standing: 'uncharged'}}],
  failed: ['idle', {told: {said: 'failed'}, next: deed('tryAgain'), deeds: [deed('checkCharge')]}],
  preparing: ['preparing', {progress: 'preparing'}],
  open: ['open', {progress: 'open'}],
  verifying: ['verifying', {progress: 'verifying'}],
  checking: ['unconfirmed', {told: {said: 'attempted'}, label: 'checking'}],
  unseen: [
    'unconfirmed',
    {told: {said: 'unseen'}, next: deed('checkAgain'), deeds: [deed('tryAgain')]},
  ],
  unreachable: ['unconfirmed', {told: {said: 'unreachable'}, next: deed('checkAgain')}],
  'in doubt before it opens': ['idle', {told: {said: 'attempted'}, next: deed('checkAgain')}],
  pending: ['unconfirmed', {told: {said: 'pending', paymentId}}],
  rejected: ['unconfirmed', {told: {said: 'rejected', paymentId}}],
  paid: ['paid', {told: paid, deeds: again}],
  'paid, with an order page': ['paid', {told: paid, next: viewOrder, deeds: again}],
  placed: ['placed', {told: placed, deeds: again}],
  'placed, with an order page': ['placed', {told: placed, next: viewOrder, deeds: again}],
  earlier: ['paid', {told: {said: 'earlierPaid', orderId, money: MONEY}, deeds: again}],
  'earlier, and another cart': ['idle', {told: {said: 'earlierPaid', orderId, money: MONEY}}],
};

const isName = (name: string): name is MagicSampleName => Object.hasOwn(TOLD, name);

/** A button that shows what a purchase would have it show, and takes no press. */
export class MagicSample extends RzpMagicButton {
  override open(): Promise<never> {
    return new Promise(() => undefined);
  }

  async showSample(): Promise<void> {
    const {sample = ''} = this.dataset;
    await Promise.all([this.learn(), loadNotice()]);
    const {words} = this;
    const told = isName(sample) ? TOLD[sample] : undefined;
    if (!told || !words) return;
    const [state, telling] = told;
    this.draw = draw;
    this.show({...say(words, state, {...telling, money: MONEY}), state});
  }
}
