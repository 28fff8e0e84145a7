// The sandbox as a process of its own, and the shoppers, who approve, pause and revoke.
import {createSandbox, type ApproveOptions, type FaultSettings} from 'rzp-magic-button/sandbox.js';
import {serveCalls} from '../serve-calls.js';

const sandbox = await createSandbox();

const calls = {
  keys: () => {
    const {url, keyId, keySecret, webhookSecret} = sandbox;
    return {url, keyId, keySecret, webhookSecret};
  },
  tell: (url: string) => void (sandbox.webhook.url = url),
  setFault: (faults: FaultSettings, times: number, seconds?: number) =>
    sandbox.faults.set(faults, {times, ...(seconds !== undefined && {seconds})}),
  clearFaults: () => sandbox.faults.clear(),
  advance: (seconds: number) => sandbox.advance(seconds),
  approve: async (order: string, options: ApproveOptions) => {
    const {token, response} = await sandbox.approveMandate(order, options);
    return {token: token.id, response};
  },
  pause: (token: string) => void sandbox.pause(token),
  resume: (token: string) => void sandbox.resume(token),
  revoke: (token: string) => void sandbox.revoke(token),
  refund: (payment: string, amount: number) => void sandbox.refund(payment, amount),
  authoriseLate: (payment: string) => void sandbox.authoriseLate(payment),
  tokens: () => sandbox.tokens().map(({id, recurring_details: {status}}) => ({id, status})),
  payments: () =>
    sandbox.payments().map(({id, token_id, captured, amount_refunded, notes}) => ({
      id,
      token: token_id,
      isPaid: captured,
      refunded: amount_refunded,
      period: Array.isArray(notes) ? undefined : notes.period,
    })),
};
export type RazorpayCalls = typeof calls;
serveCalls(calls);
