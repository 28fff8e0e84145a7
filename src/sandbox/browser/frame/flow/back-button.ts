/**
 * The browser's back button while the checkout is open. An entry of its own in the history catches
 * the press. When the checkout ends in another way the entry stays, so the next press of the back
 * button seems to do nothing, as shoppers report of the real one.
 */
export class BackButton {
  /** The state of the entry, by which it is told from others. */
  #mark: string | undefined;
  /** The length of the history when the entry was its last one. */
  #length = 0;

  constructor(onBack: () => void) {
    addEventListener('popstate', ({state}) => {
      if (state !== this.#mark) onBack();
    });
  }

  /** Catches the next press; an entry that is still the last one will do. */
  arm(): void {
    if (history.state === this.#mark && history.length === this.#length) return;
    this.#mark = `checkout ${Date.now()}`;
    history.pushState(this.#mark, '');
    this.#length = history.length;
  }
}
