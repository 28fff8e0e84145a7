import {formatMoney} from '../../src/wire/money.js';

/** Writes paise as rupees: `34900` is `₹349`. */
export const rupees = (paise: number): string => formatMoney(paise, 'INR');
