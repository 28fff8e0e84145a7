import type {RzpPaymentEvent, RzpSuccessEvent} from '../../checkout/events/events.js';
import {isOn} from '../../checkout/shell/attributes.js';
import type {PaymentResponse} from '../../wire/page-script.js';
import {destinationOf} from './destination.js';
import {onEnter} from './enter-key.js';
import {isRead} from './form-fields.js';
import type {FormHost} from './form-host.js';
import {ofForm} from './of-form.js';
import {standIn} from './stand-in.js';

/** A purchase that a button has begun. */
interface Opened {
  /** The form that is sent once it is paid, also where the button has left it since. */
  readonly form: PaidForm;
  /** Where the payment is confirmed: its signature goes nowhere else. */
  readonly origin: string;
  payment?: PaymentResponse;
}

/** What a form that may be sent is paid with. */
interface Paid extends Pick<RzpSuccessEvent, 'orderId' | 'paymentId'> {
  readonly by: FormHost;
  readonly origin: string;
  /** Nothing where the merchant's server alone has heard of the payment: its signature is not here. */
  readonly signature?: string | undefined;
}

const forms = new WeakMap<HTMLFormElement, PaidForm>();
const opened = new WeakMap<FormHost, Opened>();
/** Orders of which this page view has heard: their forms are sent, or that is left to the page. */
const told = new Set<string>();
/** Buttons that are listened to already. */
const heard = new WeakSet<EventTarget>();

/** Adds a listener by the browser's own method: a form has its fields for properties, a document too. */
const listen = (target: EventTarget, type: string, hear: (event: never) => void, capture = false) =>
  EventTarget.prototype.addEventListener.call(target, type, hear as EventListener, capture);

/** Where the fields and buttons of a form are, those that stand outside of it too. */
const root = (form: HTMLFormElement) => ofForm(form, 'getRootNode')() as ParentNode;

/** A form that is sent once it is paid: what its buttons have in common. */
export class PaidForm {
  static of(form: HTMLFormElement): PaidForm {
    const known = forms.get(form) ?? new PaidForm(form);
    forms.set(form, known);
    return known;
  }

  readonly form: HTMLFormElement;
  readonly #buttons = new Map<FormHost, () => void>();
  /** What has our button pressed, until the press begins. */
  #asking: Event | undefined;
  /** The native button by which the form was sent to be paid, if it was one. */
  #submitter: HTMLElement | null = null;
  #paid: Paid | undefined;
  /** What let the form go its way. */
  #sent: Event | undefined;

  private constructor(form: HTMLFormElement) {
    this.form = form;
    listen(form, 'focusin', () => {
      for (const near of this.#buttons.values()) near();
    });
    // What is bought may be another cart now.
    for (const type of ['change', 'reset'])
      listen(form, type, () => {
        for (const host of this.#buttons.keys()) if (host.orderForm != null) host.requestUpdate();
      });
    listen(form, 'submit', this.#submitted, true);
    listen(form, 'formdata', this.#tell);
  }

  /** Takes a button in; `early` is what the form was sent by before that, if it was. */
  enter(host: FormHost, near: () => void, early?: Event | null): void {
    for (const other of this.#buttons.keys())
      if (other.form !== this.form) this.#buttons.delete(other);
    this.#buttons.set(host, near);
    if (early) this.#asking = early;
    follow(host);
    onEnter(host.getRootNode(), pressByEnter);
  }

  /** Whether the fields are filled in as they must be; the browser shows those that are not. */
  mayOpen(host: FormHost): boolean {
    const asking = this.#asking;
    this.#asking = undefined;
    this.#submitter = submitterOf(asking);
    // Where the form was sent, the browser has looked, or was told not to.
    return (
      !!asking ||
      host.hasAttribute('formnovalidate') ||
      ofForm(this.form, 'noValidate') ||
      ofForm(this.form, 'reportValidity')()
    );
  }

  /** Lets a form go its way once it is paid, and once; until then it is its button that is pressed. */
  readonly #submitted = (event: Event): void => {
    if (![...this.#buttons.keys()].some((host) => this.#isSubmitButton(host))) return;
    if (this.#paid) this.#sent ??= event;
    if (this.#sent === event) return;
    // No listener of the page takes it for sent. Ours comes first, in the capture phase.
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = this.#firstButton;
    if (button) this.#press(button, event);
  };

  #press(button: FormHost, event?: Event): void {
    // A press of one that is busy begins nothing.
    const begins = button.state === 'idle';
    if (begins) this.#asking = event;
    const mayBePaid = begins || /paid|placed/.test(button.state);
    const clicks: Event[] = [];
    button.addEventListener('click', (click) => clicks.push(click), {once: true});
    button.click();
    // The page may keep a click to itself.
    if (!mayBePaid || !clicks.length) return;
    void button.open().then((outcome) => {
      if (outcome.type !== 'success' || told.has(outcome.orderId)) return;
      // It was paid in an earlier page view, whose fields are gone: they are sent as they are now.
      this.#asking = event;
      if (!this.mayOpen(button)) return;
      const {orderId, paymentId} = outcome;
      told.add(orderId);
      this.#paid = {by: button, orderId, paymentId, origin: originOf(button)};
      this.#send(this.#paid);
    });
  }

  /** Presses our button where no native one is there that the browser presses. */
  pressByEnter(event: Event): void {
    const button = this.#firstButton;
    // A button of another type than there is one submits too.
    const isNative = ({form, type}: HTMLInputElement) =>
      form === this.form && /^(submit|image)$/.test(type);
    const fields = root(this.form).querySelectorAll<HTMLInputElement>('button, input');
    if (!button || [...fields].some(isNative)) return;
    event.preventDefault();
    this.#press(button);
  }

  #isSubmitButton(host: FormHost): boolean {
    return host.form === this.form && isOn(host.submit);
  }

  get #firstButton(): FormHost | undefined {
    const [first] = [...this.#buttons.keys()]
      .filter((host) => this.#isSubmitButton(host) && !host.disabled && !host.matches(':disabled'))
      .sort((one, other) =>
        one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      );
    return first;
  }

  /** Nothing is paid any more that the form was not sent with. */
  begin(): void {
    this.#paid = this.#sent = undefined;
  }

  /** A button of the form has another state. */
  changed(host: FormHost): void {
    this.#asking = undefined;
    // The cart is sold again.
    if (host.state === 'idle' && this.#paid?.by === host) this.begin();
  }

  /** The form may go: it does at once, unless a listener wants to send it itself. */
  paid(paid: Paid, event: Event): void {
    this.#paid = paid;
    // Once all listeners have heard of it.
    queueMicrotask(() => {
      if (!event.defaultPrevented && !this.#sent) this.#send(paid);
    });
  }

  #send({by, orderId}: Paid): void {
    const {form} = this;
    if (!ofForm(form, 'isConnected')) {
      console.warn(
        `rzp-magic-button: ${orderId} is confirmed, and its form has left the page: it is not sent.`,
      );
      return;
    }
    const own = this.#submitter as HTMLButtonElement | null;
    const submitter = own?.isConnected && own.form === form ? own : standIn(by);
    const {formNoValidate} = submitter;
    // The fields were looked at before it was paid; what is paid must arrive.
    submitter.formNoValidate = true;
    if (submitter !== own) {
      // A new window opens where somebody presses, and that was before the payment.
      if (/^_blank$/i.test(submitter.formTarget || ofForm(form, 'target')))
        submitter.formTarget = '_self';
      ofForm(form, 'append')(submitter);
    }
    if ('requestSubmit' in HTMLFormElement.prototype) ofForm(form, 'requestSubmit')(submitter);
    // Safari before 16.
    else submitter.click();
    if (submitter !== own) submitter.remove();
    submitter.formNoValidate = formNoValidate;
  }

  /** Adds what Razorpay says of the payment, where it may be told. */
  readonly #tell = ({formData}: FormDataEvent): void => {
    const paid = this.#paid;
    if (!paid || isRead(this.form)) return;
    const to = this.#destinations().find((origin) => origin !== paid.origin);
    if (to !== undefined) {
      console.warn(
        `rzp-magic-button: the form goes to ${to}, and ${paid.orderId} was opened with ${paid.origin}: nothing of the payment is added. Have its action lead where verify-url does.`,
      );
      return;
    }
    formData.set('razorpay_payment_id', paid.paymentId);
    formData.set('razorpay_order_id', paid.orderId);
    if (paid.signature) formData.set('razorpay_signature', paid.signature);
    else formData.delete('razorpay_signature');
  };

  /** Returns where the form may go, as it is written now. */
  #destinations(): string[] {
    const {getAttribute} = Element.prototype;
    const action = getAttribute.call(this.form, 'action');
    const sent = this.#sent;
    // Safari before 15.4 does not say by which button: it may be any.
    const submitters =
      sent && !('submitter' in sent)
        ? [null, ...root(this.form).querySelectorAll('[formaction]')]
        : [submitterOf(sent)];
    return submitters.map((by) => destinationOf(by?.getAttribute('formaction') ?? action));
  }
}

/** Keeps what a button has opened, and tells the form of it once it is paid. */
function follow(host: FormHost): void {
  if (heard.has(host)) return;
  heard.add(host);
  // In the capture phase, which no other listener of the button's comes before.
  listen(
    host,
    'rzp-open',
    ({target}: Event) => {
      const {form} = host;
      if (!form || target !== host) return;
      const paidForm = PaidForm.of(form);
      paidForm.begin();
      opened.set(host, {form: paidForm, origin: originOf(host)});
    },
    true,
  );
  listen(
    host,
    'rzp-payment',
    ({payment}: RzpPaymentEvent) => {
      const purchase = opened.get(host);
      if (purchase) purchase.payment = payment;
    },
    true,
  );
  listen(
    host,
    'rzp-success',
    (event: RzpSuccessEvent) => {
      told.add(event.orderId);
      const purchase = opened.get(host);
      if (!purchase || event.target !== host || !isOn(host.submit)) return;
      const {orderId, paymentId} = event;
      const {form, origin, payment} = purchase;
      const signature =
        payment?.razorpay_payment_id === paymentId ? payment.razorpay_signature : undefined;
      form.paid({by: host, orderId, paymentId, origin, signature}, event);
    },
    true,
  );
  listen(host, 'rzp-statechange', () => opened.get(host)?.form.changed(host));
}

/** Returns where what a button opens is confirmed. */
const originOf = ({verifyUrl, callbackUrl}: FormHost): string =>
  destinationOf(verifyUrl ?? callbackUrl);

/** Returns the native button by which a form is sent, if there is one. */
const submitterOf = (event: Event | undefined): HTMLElement | null =>
  (event as SubmitEvent | undefined)?.submitter ?? null;

const pressByEnter = (form: HTMLFormElement, event: Event): void =>
  forms.get(form)?.pressByEnter(event);
