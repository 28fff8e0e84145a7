import type {Notice, NoticeKind} from '../checkout/said/notice.js';
import type {PosState} from './shell/pos-state.js';

/** By the state that a message goes with; while a sale goes on there is none. */
const KINDS: Readonly<Partial<Record<PosState, NoticeKind>>> = {
  idle: 'error',
  failed: 'failed',
  unconfirmed: 'unconfirmed',
  paid: 'paid',
};

/** Returns what the cashier reads as a notice. */
export function noticeOf({state, message}: {state: PosState; message: string}): Notice | undefined {
  const kind = KINDS[state];
  return kind && message ? {kind, title: message} : undefined;
}
