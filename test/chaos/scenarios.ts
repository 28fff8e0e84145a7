import {mandates} from './mandates/mandates.js';
import {orders} from './orders/orders.js';
import type {Scenario} from './scenario.js';
import {till} from './till/till.js';

/** What `npm run chaos -- NAME` runs, by name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {mandates, orders, till};
