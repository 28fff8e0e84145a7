import {adviseWith} from '../../checkout/doctor/advise.js';
import {EVENT_NAMES} from '../../checkout/events/event-names.js';

/** Says to who builds the page what is wrong with a button; with `debug`, all that the doctor finds. */
export const advise = adviseWith(EVENT_NAMES, async () => (await import('./examine.js')).examine);
