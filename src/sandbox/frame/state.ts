import type {AttemptError} from '../../checkout/razorpay.js';
import type {AttemptReply, Preferences} from '../frame-wire.js';
import type {Method, Settings} from './settings.js';

export type Screen = 'closed' | 'contact' | 'methods' | 'bank' | 'waiting' | 'success';

/** What the shopper typed. */
export interface Form {
  readonly contact: string;
  readonly email: string;
  readonly vpa: string;
  readonly bank: string;
  readonly number: string;
  readonly expiry: string;
  readonly cvv: string;
  readonly name: string;
  readonly otp: string;
}
export type Field = keyof Form;

/** Everything that the view shows, in one object that is replaced and never changed. */
export interface State {
  readonly screen: Screen;
  readonly settings: Settings | undefined;
  readonly preferences: Preferences | undefined;
  readonly form: Form;
  readonly errors: Readonly<Partial<Record<Field, string>>>;
  readonly method: Method;
  /** The payment that the shopper is busy with at the bank. */
  readonly attempt: AttemptReply | undefined;
  /** Why the last attempt failed. */
  readonly failure: AttemptError | undefined;
  /** A request is under way. */
  readonly isBusy: boolean;
  /** The shopper is asked whether they mean to leave. */
  readonly isLeaving: boolean;
  /** Until the checkout times out. */
  readonly secondsLeft: number | undefined;
}

export const CLOSED: State = {
  screen: 'closed',
  settings: undefined,
  preferences: undefined,
  form: {
    contact: '',
    email: '',
    vpa: '',
    bank: 'HDFC',
    number: '',
    expiry: '',
    cvv: '',
    name: '',
    otp: '',
  },
  errors: {},
  method: 'upi',
  attempt: undefined,
  failure: undefined,
  isBusy: false,
  isLeaving: false,
  secondsLeft: undefined,
};

/** What is to be paid: the order's amount, or the page's where there is no order. */
export const amountOf = ({preferences, settings}: State): {amount: number; currency: string} => ({
  amount: preferences?.order?.amount ?? settings?.amount ?? 0,
  currency: preferences?.order?.currency ?? settings?.currency ?? 'INR',
});
