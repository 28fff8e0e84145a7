import {withCodedFailures} from '../ledger/coded-failures.js';
import {Outbox, type OutboxConfig} from '../ledger/outbox.js';
import type {ChargeChange} from '../model/mandates/charge.js';
import type {MandateChange} from '../model/mandates/mandate.js';
import type {StatusChange} from '../model/order.js';
import type {CheckoutConfig} from './config.js';

/** What the hooks have yet to be told that come after a commit; undefined where there is no hook. */
export interface Outboxes {
  readonly outbox: Outbox<StatusChange> | undefined;
  readonly mandateOutbox: Outbox<MandateChange> | undefined;
  readonly chargeOutbox: Outbox<ChargeChange> | undefined;
}

type Shared = Pick<OutboxConfig<never>, 'ledger' | 'now' | 'background' | 'report'>;
type Hooks = Pick<CheckoutConfig, 'afterStatus' | 'afterMandate' | 'afterCharge'>;

export function createOutboxes({afterStatus, afterMandate, afterCharge}: Hooks, shared: Shared) {
  const outboxes: Outboxes = {
    outbox:
      afterStatus &&
      withCodedFailures(
        new Outbox<StatusChange>({
          ...shared,
          table: 'rzp_outbox',
          hook: 'afterStatus',
          call: afterStatus,
          revive: (change) => ({...change, order: dated(change.order)}),
        }),
      ),
    mandateOutbox:
      afterMandate &&
      withCodedFailures(
        new Outbox<MandateChange>({
          ...shared,
          table: 'rzp_mandate_outbox',
          hook: 'afterMandate',
          call: afterMandate,
          revive: (change) => ({
            ...change,
            mandate: {...dated(change.mandate), expiresAt: dateOf(change.mandate.expiresAt)},
          }),
        }),
      ),
    chargeOutbox:
      afterCharge &&
      withCodedFailures(
        new Outbox<ChargeChange>({
          ...shared,
          table: 'rzp_charge_outbox',
          hook: 'afterCharge',
          call: afterCharge,
          revive: (change) => ({
            ...change,
            charge: {
              ...dated(change.charge),
              debitAfter: dateOf(change.charge.debitAfter),
              sentAt: dateOf(change.charge.sentAt),
            },
          }),
        }),
      ),
  };
  return outboxes;
}

interface Dated {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const dated = <T extends Dated>(entity: T): T => ({
  ...entity,
  createdAt: new Date(entity.createdAt),
  updatedAt: new Date(entity.updatedAt),
});

const dateOf = (date: Date | undefined): Date | undefined => date && new Date(date);
