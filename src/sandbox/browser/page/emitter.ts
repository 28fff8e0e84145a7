export type Listener = (payload?: unknown) => void;

/** Events as the real script has them, its mistakes included: pages may depend on them. */
export class Emitter {
  #listeners = new Map<string, Listener[]>();

  /** Ignores what is not an event's name and a function. */
  on(event: unknown, listener: unknown): this {
    if (typeof event === 'string' && typeof listener === 'function') {
      const known = this.#listeners.get(event) ?? [];
      this.#listeners.set(event, known);
      known.push(listener as Listener);
    }
    return this;
  }

  once(event: string, listener: Listener): this {
    const once = (payload?: unknown): void => {
      listener.call(this, payload);
      this.off(event, once);
    };
    return this.on(event, once);
  }

  /**
   * Without arguments every listener goes; with an event its listeners, or those of all events
   * below it (`payment` for `payment.failed`).
   */
  off(...args: readonly [event?: string, listener?: unknown]): this | undefined {
    const [event, listener] = args;
    if (event === undefined) {
      this.#listeners.clear();
      return this;
    }
    const known = this.#listeners.get(event);
    if (args.length === 2) {
      if (typeof listener !== 'function' || !known) return undefined;
      // For an unknown listener the index is -1, which removes the last one, as the real script does.
      known.splice(known.indexOf(listener as Listener), 1);
      if (known.length) return undefined;
    }
    if (known) this.#listeners.delete(event);
    else for (const name of [...this.#listeners.keys()]) this.#forgetBelow(event, name);
    return this;
  }

  emit(event: string, payload?: unknown): this {
    // Not over a copy: a listener that removes itself makes the next one be skipped, as in the real
    // script.
    this.#listeners.get(event)?.forEach((listener) => {
      try {
        listener.call(this, payload);
      } catch {
        // The real script ignores what a merchant's listener throws.
      }
    });
    return this;
  }

  /** A function that emits this. */
  emitter(event: string, payload?: unknown): () => void {
    return () => {
      this.emit(event, payload);
    };
  }

  #forgetBelow(event: string, name: string): void {
    if (name.startsWith(`${event}.`)) this.#listeners.delete(name);
  }
}
