export {createSandbox} from './sandbox/create-sandbox.js';
export type {Sandbox, SandboxSettings} from './sandbox/create-sandbox.js';
export type {
  Address,
  CustomerDetails,
  Order,
  OrderPromotion,
  Payment,
  Refund,
} from './sandbox/entities.js';
export type {FaultArea, FaultName, FaultOf, FaultSettings} from './sandbox/fault-table.js';
export type {ActiveFault, FaultLimits, FaultSwitches} from './sandbox/faults.js';
export type {MerchantCall, MerchantEndpoints} from './sandbox/merchant.js';
export type {FailedAttempt, MagicOptions, PayOptions} from './sandbox/pay.js';
export type {RestRoute} from './sandbox/rest-route.js';
export type {Delivery, EventName, WebhookEvent} from './sandbox/webhook-event.js';
export type {WebhookEndpoint} from './sandbox/webhooks.js';
