import type {Advised} from '../../checkout/doctor/advise.js';
import {attend} from '../../checkout/doctor/attend.js';
import {misplaced} from '../../checkout/request/misplaced.js';
import {readElement} from '../../checkout/request/read-element.js';
import {checkSale} from '../request/check-sale.js';

/** Has the doctor look at a till. */
export function examine(host: Advised): void {
  const read = () => readElement(host, misplaced);
  attend(host, {read, judge: () => void checkSale(read(), () => undefined)});
}
