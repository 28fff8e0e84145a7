import {adviseWith} from '../../checkout/doctor/advise.js';

/** Says to who builds the page what is wrong with a button; with `debug`, all that the doctor finds. */
export const advise = adviseWith(async () => (await import('./examine.js')).examine);
