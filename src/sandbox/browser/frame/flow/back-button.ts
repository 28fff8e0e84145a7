/**
 * The browser's back button while the checkout is open: an entry of its own in the history catches
 * the press. It stays there when the checkout ends in another way, and the next press then does
 * nothing that is seen, as shoppers report of the real one.
 */
export class BackButton {
  /** In the state of the entry, and the length of the history with it at the end. */
  #mark: string | undefined;
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
