import {adviseWith} from '../../checkout/doctor/advise.js';
import type {PosEventMap} from '../shell/pos-events.js';

const EVENTS: Readonly<Record<keyof PosEventMap, true>> = {
  'rzp-open': true,
  'rzp-success': true,
  'rzp-unconfirmed': true,
  'rzp-dismiss': true,
  'rzp-error': true,
  'rzp-statechange': true,
};

/** Says to who builds the page what is wrong with a till; with `debug`, all that the doctor finds. */
export const advise = adviseWith(
  Object.keys(EVENTS),
  async () => (await import('./examine.js')).examine,
);
