import type {AttemptError} from '../../../../wire/page-script.js';
import {CANCELLED} from '../../../model/payment-failures.js';
import {failureFields, submitForm, type Redirect} from '../../page/document/redirect.js';
import type {RawOptions} from '../state/settings.js';
import type {FrameEvent, Opener, OpenerRequests} from './opener.js';

/**
 * A merchant's form instead of a page script. The checkout has the window to itself, and whatever
 * comes of it leaves for the merchant's server: success and failure as a form that is posted to
 * `callback_url`, the way back as a `GET` of `cancel_url`.
 *
 * https://razorpay.com/docs/payments/payment-gateway/web-integration/hosted/integration-steps/
 */
export class FormOpener implements Opener {
  readonly #options: RawOptions;
  /** Only the first event counts: whoever leaves in the middle of a payment has cancelled it. */
  #hasLeft = false;

  constructor(options: RawOptions) {
    this.#options = options;
  }

  listen(requests: OpenerRequests): void {
    document.documentElement.classList.add('hosted');
    requests.open(this.#options, 'hosted', '');
  }

  send(event: FrameEvent, data?: unknown): void {
    const leave = this.#exits[event];
    if (!leave || this.#hasLeft) return;
    this.#hasLeft = true;
    leave(data);
  }

  readonly #exits: Partial<Record<FrameEvent, (data: unknown) => void>> = {
    redirect: (form) => submitForm(form as Redirect),
    paymenterror: (failure) => this.#postFailure((failure as {error: AttemptError}).error),
    fault: (error) => this.#postFailure(error as AttemptError),
    dismiss: () => this.#cancel(),
  };

  /** Without a `cancel_url` the callback is told of a cancelled payment, though none was begun. */
  #cancel(): void {
    const {cancel_url: url, order_id} = this.#options;
    if (typeof url === 'string' && url) location.assign(url);
    else this.#postFailure({...CANCELLED, metadata: {order_id}} as AttemptError);
  }

  #postFailure(error: AttemptError): void {
    submitForm({url: String(this.#options.callback_url), content: failureFields(error)});
  }
}
