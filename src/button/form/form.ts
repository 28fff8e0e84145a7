import type {Outcome} from '../../checkout/events/outcome.js';
import {withFields} from './form-fields.js';
import type {FormHost} from './form-host.js';
import {PaidForm} from './paid-form.js';

/** What every control of a form has, by the browser's own. */
const OF_CONTROL = [
  'labels',
  'willValidate',
  'validity',
  'validationMessage',
  'checkValidity',
  'reportValidity',
] as const;

/** Buttons that are controls already. */
const controls = new WeakSet<FormHost>();

/**
 * Has a button do in its form what is its to do there; `near` hears of the focus. Returns a function
 * for its presses: it says how one ends that opens nothing, because the form is not filled in.
 */
export function joinForm(host: FormHost, near: () => void): () => Outcome | undefined {
  if (!controls.has(host)) makeControl(host);
  controls.add(host);
  if (host.form) PaidForm.of(host.form).enter(host, near, host.asking);
  host.asking = null;
  return () => {
    const isReady = !host.form || PaidForm.of(host.form).mayOpen(host);
    return isReady ? undefined : {type: 'dismissed', reason: 'prevented'};
  };
}

function makeControl(host: FormHost): void {
  const {internals} = host;
  host.withFields = (said) => withFields(said, host.form, host.orderForm);
  if (!internals) return;
  for (const name of OF_CONTROL)
    Object.defineProperty(host, name, {
      get: () => {
        const own: unknown = internals[name];
        return typeof own === 'function' ? (own.bind(internals) as unknown) : own;
      },
    });
  const setCustomValidity = (message: string) =>
    internals.setValidity({customError: message !== ''}, message);
  Object.assign(host, {setCustomValidity});
}
