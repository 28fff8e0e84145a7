import type {Advised} from '../../checkout/doctor/advise.js';
import {attend} from '../../checkout/doctor/attend.js';
import {checkRequest} from '../../checkout/request/checkout-request.js';
import {misplaced} from '../../checkout/request/misplaced.js';
import {readElement} from '../../checkout/request/read-element.js';
import {readRequest} from '../../checkout/request/read-request.js';
import {wrongGiven} from '../../checkout/request/wrong-given.js';

/** The class of a button. */
interface ButtonClass {
  readonly allowedScriptOrigins: readonly string[];
}

/** Has the doctor look at a button. */
export function examine(host: Advised): void {
  const read = () => readElement(host, misplaced);
  attend(host, {
    read,
    judge: () => {
      const {allowedScriptOrigins} = host.constructor as unknown as ButtonClass;
      // Who listens to the payment is known to the button alone: a check of its own asks for the rest.
      const asked = {...read(), allowedScriptOrigins, answered: true, wrong: wrongGiven};
      checkRequest(readRequest(asked), () => undefined);
    },
  });
}
