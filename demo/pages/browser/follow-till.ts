import type {PosState, RzpPosButton} from 'rzp-magic-button/pos.js';
import {rupees} from '../rupees.js';
import {BillLines, type Line} from './bill-lines.js';
import {Bill} from './bill.js';
import {followForms} from './live-forms.js';
import {followKeys} from './till-keys.js';

/** While one of these is said, the bill is the one that is on the device, or was paid. */
const FIXED: readonly PosState[] = ['preparing', 'processing', 'unconfirmed', 'paid'];

/** Where the device stands beside the items, and not behind them. */
const WIDE = '(min-width: 80rem)';

/** The till: rings items up, and sends the bill to a device. */
export function followTill(root: HTMLElement, stale: Element): void {
  const send = root.querySelector('rzp-pos-button');
  if (send) new Till(root, send, stale).start();
}

class Till {
  readonly #root: HTMLElement;
  readonly #send: RzpPosButton;
  readonly #stale: Element;
  readonly #tiles: readonly HTMLButtonElement[];
  readonly #devices: readonly HTMLInputElement[];
  readonly #bill: Bill;
  readonly #lines: BillLines;
  /** What was rung up last. */
  #last: string | undefined;
  #ask: () => void = () => undefined;

  constructor(root: HTMLElement, send: RzpPosButton, stale: Element) {
    this.#root = root;
    this.#send = send;
    this.#stale = stale;
    this.#tiles = [...root.querySelectorAll<HTMLButtonElement>('.tile')];
    this.#devices = [...root.querySelectorAll<HTMLInputElement>('[name=device]')];
    this.#bill = new Bill(this.#devices[0]?.value ?? '');
    this.#lines = new BillLines(
      this.#part(HTMLElement, '#lines'),
      this.#part(HTMLTemplateElement, '#line'),
      this.#add,
    );
    this.#last = [...this.#bill.lines.keys()].at(-1);
  }

  start(): void {
    this.#hearFingers();
    followKeys({
      tiles: this.#tiles,
      code: this.#part(HTMLElement, '#code'),
      add: this.#add,
      last: () => this.#last,
      send: () => {
        if (this.#bill.lines.size && !this.#isFixed) void this.#send.open();
      },
      cancel: () => {
        if (/^(preparing|processing)$/.test(this.#send.state)) void this.#send.cancel();
      },
    });
    this.#ask = followForms({
      root: this.#part(HTMLElement, 'main'),
      stale: this.#stale,
      // Signed out in another tab. The bill stays in this one.
      isOther: (page) => !page.querySelector('.till'),
    });
    document.addEventListener('rzp-success', () => this.#ask());
    this.#showDevice();
    this.#send.addEventListener('rzp-statechange', this.#follow);
    void customElements.whenDefined('rzp-pos-button').then(this.#follow);
  }

  #part<Kind extends HTMLElement>(kind: abstract new () => Kind, selector: string): Kind {
    const found = this.#root.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error(`The till has no ${selector}.`);
  }

  #hearFingers(): void {
    for (const tile of this.#tiles)
      tile.addEventListener('click', ({detail}) => {
        this.#add(tile.dataset.code ?? '', 1);
        // Who taps goes on tapping: Enter is for the bill.
        if (detail) tile.blur();
      });
    for (const device of this.#devices)
      device.addEventListener('change', () => {
        this.#bill.device = device.value;
        this.#showDevice();
        this.#draw();
      });
    this.#part(HTMLElement, '.tabs').addEventListener('click', ({target}) => {
      if (target instanceof HTMLElement && target.dataset.stage) this.#show(target.dataset.stage);
    });
    for (const button of ['#clear', '#new-sale'])
      this.#part(HTMLElement, button).addEventListener('click', () => this.#startAfresh());
  }

  get #isFixed(): boolean {
    return FIXED.includes(this.#send.state);
  }

  readonly #add = (code: string, by: number): void => {
    if (this.#isFixed) return;
    this.#bill.add(code, by);
    this.#last = code;
    this.#show('items');
    this.#draw();
  };

  #startAfresh(): void {
    this.#bill.clear();
    this.#last = undefined;
    this.#part(HTMLElement, '#notice').textContent = '';
    this.#show('items');
    this.#draw();
  }

  /** Shows where the sale stands. */
  readonly #follow = (): void => {
    const {state} = this.#send;
    this.#root.dataset.state = state;
    for (const field of this.#root.querySelectorAll<HTMLFieldSetElement>('#tiles, #devices'))
      field.disabled = this.#isFixed;
    // Whoever has a sale on the device stays until it is known what became of it.
    this.#part(HTMLButtonElement, '.cashier button').disabled = this.#isFixed && state !== 'paid';
    const frame = this.#part(HTMLIFrameElement, '.device iframe');
    if (state === 'processing') this.#show(matchMedia(WIDE).matches ? 'items' : 'device');
    // Whoever has paid on the device on the page goes on with the keys of the till.
    else if (document.activeElement === frame) frame.blur();
    if (state === 'idle') this.#show('items');
    this.#part(HTMLElement, '#after').hidden = state !== 'paid';
    this.#draw();
    if (state === 'paid') void this.#offerReceipt();
  };

  async #offerReceipt(): Promise<void> {
    // The answer of a sale that was paid is there already.
    const outcome = await this.#send.open();
    if (outcome.type !== 'success') return;
    const {orderId} = outcome;
    const query = new URLSearchParams({order_id: orderId}).toString();
    this.#part(HTMLAnchorElement, '#receipt').href = `/till/receipt?${query}`;
    const field = this.#part(HTMLInputElement, '#send-receipt [name=order]');
    if (field.value !== orderId) field.form?.reset();
    field.value = orderId;
    this.#ask();
  }

  #show(stage: string): void {
    this.#root.dataset.stage = stage;
    for (const tab of this.#root.querySelectorAll<HTMLElement>('.tabs button'))
      tab.setAttribute('aria-pressed', String(tab.dataset.stage === stage));
  }

  /** The device on the page is the one that is used. */
  #showDevice(): void {
    const frame = this.#part(HTMLIFrameElement, '.device iframe');
    const address = `${frame.dataset.pages ?? ''}/${this.#bill.device}`;
    if (frame.src !== address) frame.src = address;
    for (const device of this.#devices) device.checked = device.value === this.#bill.device;
  }

  #draw(): void {
    const {lines} = this.#bill;
    for (const tile of this.#tiles) {
      const quantity = lines.get(tile.dataset.code ?? '') ?? 0;
      const badge = tile.querySelector<HTMLElement>('.badge');
      if (!badge) continue;
      badge.hidden = quantity === 0;
      badge.textContent = String(quantity);
    }
    const rows = [...lines].map(([code, quantity]) => this.#lineOf(code, quantity));
    const sum = rows.reduce((paise, {price, quantity}) => paise + price * quantity, 0);
    this.#lines.draw(rows, {last: this.#last, isFixed: this.#isFixed});
    this.#part(HTMLElement, '#total').textContent = rupees(sum);
    this.#part(HTMLElement, '#empty').hidden = lines.size > 0;
    this.#part(HTMLElement, '#clear').hidden = lines.size === 0 || this.#isFixed;
    this.#prepareToSend(sum);
  }

  #lineOf(code: string, quantity: number): Line {
    const tile = this.#tiles.find(({dataset}) => dataset.code === code);
    const {name = code, price = '0'} = tile?.dataset ?? {};
    return {code, name, price: Number(price), quantity};
  }

  #prepareToSend(sum: number): void {
    const device = this.#devices.find(({checked}) => checked);
    Object.assign(this.#send, {
      orderData: this.#bill.orderData,
      deviceId: this.#bill.device,
      deviceMode: device?.dataset.mode,
      disabled: this.#bill.lines.size === 0,
    });
    const what = sum ? `Send ${rupees(sum)}` : 'Send';
    this.#send.textContent = `${what} to ${device?.dataset.name ?? 'the device'}`;
  }
}
