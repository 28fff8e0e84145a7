import type {Notice, NoticeKind} from '../checkout/said/notice.js';
import type {PosState} from './shell/pos-state.js';

/** By the state that a message goes with; while a sale goes on there is none. */
const KINDS: Readonly<Partial<Record<PosState, NoticeKind>>> = {
  idle: 'error',
  failed: 'failed',
  unconfirmed: 'unconfirmed',
  paid: 'paid',
};

interface Shown {
  readonly state: PosState;
  readonly message: string;
  /** Whether somebody has cancelled the sale, which is no mistake. */
  readonly isCancelled?: boolean;
}

/** Returns what the cashier reads as a notice. */
export function noticeOf({state, message, isCancelled}: Shown): Notice | undefined {
  const kind = isCancelled ? 'cancelled' : KINDS[state];
  return kind && message ? {kind, title: message} : undefined;
}
