import type {WebhookEventName} from './wire/events.js';

export {createSandbox} from './sandbox/create-sandbox.js';
export type {Sandbox, SandboxSettings} from './sandbox/create-sandbox.js';
export type {
  Address,
  CustomerDetails,
  Order,
  OrderPromotion,
  Payment,
  Refund,
} from './sandbox/model/entities.js';
export type {DeviceScreen, DeviceState} from './sandbox/model/devices/device.js';
export type {Token} from './sandbox/model/mandate.js';
export type {FaultArea, FaultName, FaultOf, FaultSettings} from './sandbox/faults/fault-table.js';
export type {ActiveFault, FaultLimits, FaultSwitches} from './sandbox/faults/faults.js';
export type {MerchantCall, MerchantEndpoints} from './sandbox/merchant/merchant-server.js';
export type {ApprovedMandate, ApproveOptions} from './sandbox/driver/approve-mandate.js';
export type {DeviceCard} from './sandbox/account/devices/wallet.js';
export type {DeviceDriver} from './sandbox/driver/device-driver.js';
export type {FailedAttempt, MagicOptions, PayOptions} from './sandbox/driver/pay.js';
export type {RestRoute} from './sandbox/imitation/routes.js';
export type {Delivery, WebhookEvent} from './sandbox/model/webhook-event.js';
export type {WebhookEndpoint} from './sandbox/webhooks/webhooks.js';
export type {WebhookEventName};

/** @deprecated It is `WebhookEventName` now. */
export type EventName = WebhookEventName;
