import type {AttemptError} from '../../../../wire/page-script.js';
import {CANCELLED} from '../../../model/payment-failures.js';
import {failureFields, submitForm, type Redirect} from '../../page/redirect.js';
import type {FrameEvent, Page, PageRequests} from './page.js';
import type {RawOptions} from '../state/settings.js';

/**
 * A merchant's form in the place of a page. The checkout has the window to itself, and whatever
 * comes of it leaves for the merchant's server: success and failure as a form that is posted to
 * `callback_url`, the way back as a `GET` of `cancel_url`.
 *
 * https://razorpay.com/docs/payments/payment-gateway/web-integration/hosted/integration-steps/
 */
export class HostedPage implements Page {
  readonly #options: RawOptions;
  /** The first word counts: whoever leaves in the middle of a payment has cancelled it. */
  #hasLeft = false;

  constructor(options: RawOptions) {
    this.#options = options;
  }

  listen(requests: PageRequests): void {
    document.documentElement.classList.add('hosted');
    requests.open(this.#options, 'hosted', '');
  }

  send(event: FrameEvent, data?: unknown): void {
    const answer = this.#answers[event];
    if (!answer || this.#hasLeft) return;
    this.#hasLeft = true;
    answer(data);
  }

  readonly #answers: Partial<Record<FrameEvent, (data: unknown) => void>> = {
    redirect: (form) => submitForm(form as Redirect),
    paymenterror: (failure) => this.#fail((failure as {error: AttemptError}).error),
    fault: (error) => this.#fail(error as AttemptError),
    dismiss: () => this.#cancel(),
  };

  /** Who has no address for it hears of a payment that was cancelled before there was one. */
  #cancel(): void {
    const {cancel_url: url, order_id} = this.#options;
    if (typeof url === 'string' && url) location.assign(url);
    else this.#fail({...CANCELLED, metadata: {order_id}} as AttemptError);
  }

  #fail(error: AttemptError): void {
    submitForm({url: String(this.#options.callback_url), content: failureFields(error)});
  }
}
