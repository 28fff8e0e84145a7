/**
 * A call of the REST API by method and path. This file holds types only.
 *
 * @example
 * ```ts
 * import type {RestRoute, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const route: RestRoute = 'POST /orders';
 * sandbox.faults.set({rest: 'dropped'}, {route});
 * ```
 */
export type RestRoute =
  | 'POST /orders'
  | 'GET /orders'
  | 'GET /orders/:id'
  | 'PATCH /orders/:id'
  | 'GET /orders/:id/payments'
  | 'GET /payments'
  | 'GET /payments/:id'
  | 'PATCH /payments/:id'
  | 'GET /payments/:id/card'
  | 'POST /payments/:id/capture'
  | 'POST /payments/:id/refund'
  | 'GET /payments/:id/refunds'
  | 'GET /payments/:id/refunds/:refund'
  | 'GET /refunds'
  | 'POST /refunds'
  | 'GET /refunds/:id'
  | 'PATCH /refunds/:id';
