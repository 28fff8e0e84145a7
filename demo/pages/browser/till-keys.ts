const CODE_LENGTH = 2;

interface TillKeysParts {
  /** In the order of their codes. */
  tiles: readonly HTMLButtonElement[];
  /** Says what has been typed of a code. */
  code: Element;
  add: (code: string, by: number) => void;
  /** What was rung up last. */
  last: () => string | undefined;
  send: () => void;
  cancel: () => void;
}

/**
 * The keyboard of a till: the digits of a code, arrows from item to item, plus and minus, Enter to send
 * the bill, Escape to cancel. On a tile Enter sends too: space and plus ring it up.
 */
export function followKeys({tiles, code, add, last, send, cancel}: TillKeysParts): void {
  let typed = '';
  const say = (text: string) => (code.textContent = text);

  const type = (digit: string) => {
    typed += digit;
    if (typed.length < CODE_LENGTH) {
      say(`${typed}_`);
      return;
    }
    const known = tiles.some(({dataset}) => dataset.code === typed);
    say(known ? '' : `No item ${typed}.`);
    if (known) add(typed, 1);
    typed = '';
  };

  const keys: Readonly<Record<string, (tile: HTMLButtonElement | undefined) => void>> = {
    '+': (tile) => more(tile, 1),
    '=': (tile) => more(tile, 1),
    '-': (tile) => more(tile, -1),
    Enter: send,
    Escape: () => {
      if (!typed) cancel();
      typed = '';
      say('');
    },
    ArrowRight: (tile) => move(tile, 1),
    ArrowLeft: (tile) => move(tile, -1),
    ArrowDown: (tile) => move(tile, columns()),
    ArrowUp: (tile) => move(tile, -columns()),
  };
  const more = (tile: HTMLButtonElement | undefined, by: number) => {
    const meant = tile?.dataset.code ?? last();
    if (meant !== undefined) add(meant, by);
  };
  const move = (from: HTMLButtonElement | undefined, by: number) => {
    const to = from ? tiles[tiles.indexOf(from) + by] : tiles.find(({tabIndex}) => tabIndex === 0);
    to?.focus();
  };
  /** How many tiles stand beside each other. */
  const columns = () => tiles.filter(({offsetTop}) => offsetTop === tiles[0]?.offsetTop).length;

  document.addEventListener('keydown', (event) => {
    const {key, target, ctrlKey, altKey, metaKey, repeat} = event;
    if (ctrlKey || altKey || metaKey || !(target instanceof HTMLElement)) return;
    const tile = tiles.find((each) => each === target);
    // What else has the focus has keys of its own.
    if (target.matches('input, select, textarea')) return;
    if (!tile && key === 'Enter' && target !== document.body) return;
    if (/^\d$/.test(key)) {
      type(key);
      return;
    }
    const act = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!act) return;
    event.preventDefault();
    // Enter that is held down sends once.
    if (key !== 'Enter' || !repeat) act(tile);
  });

  for (const tile of tiles) {
    tile.addEventListener('focus', () => {
      for (const other of tiles) other.tabIndex = other === tile ? 0 : -1;
    });
  }
}
