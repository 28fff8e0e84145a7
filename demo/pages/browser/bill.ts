const KEPT_AS = 'kettle-bill';
const MAX_QUANTITY = 99;

/** What is on the bill of a tab: a reload keeps it, another tab has another one. */
interface KeptBill {
  /** Makes two sales of the same items two. */
  ticket: string;
  device: string;
  /** Codes and quantities, in the order in which they were rung up. */
  lines: [code: string, quantity: number][];
}

/** What is rung up. What it costs is said by the server in the end. */
export class Bill {
  #ticket: string = crypto.randomUUID();
  #device: string;
  #lines = new Map<string, number>();

  constructor(device: string) {
    this.#device = device;
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '') as KeptBill;
      this.#lines = new Map(kept.lines);
      this.#device = kept.device;
      this.#ticket = kept.ticket;
    } catch {
      // Nothing was kept.
    }
  }

  get device(): string {
    return this.#device;
  }
  set device(id: string) {
    this.#device = id;
    this.#keep();
  }

  get lines(): ReadonlyMap<string, number> {
    return this.#lines;
  }

  /** What the order is made of. */
  get orderData() {
    const items = [...this.#lines].map(([code, quantity]) => ({code, quantity}));
    return {ticket: this.#ticket, device: this.#device, items};
  }

  add(code: string, by: number): void {
    const quantity = Math.min(MAX_QUANTITY, (this.#lines.get(code) ?? 0) + by);
    if (quantity > 0) this.#lines.set(code, quantity);
    else this.#lines.delete(code);
    this.#keep();
  }

  /** Begins the next sale. */
  clear(): void {
    this.#lines.clear();
    this.#ticket = crypto.randomUUID();
    this.#keep();
  }

  #keep(): void {
    const kept: KeptBill = {
      ticket: this.#ticket,
      device: this.#device,
      lines: [...this.#lines],
    };
    sessionStorage.setItem(KEPT_AS, JSON.stringify(kept));
  }
}
