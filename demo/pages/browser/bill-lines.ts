import {rupees} from '../rupees.js';

/** What stands on a line. */
export interface Line {
  code: string;
  name: string;
  /** In paise. */
  price: number;
  quantity: number;
}

/** The lines of the bill. One that stays keeps its place and its focus. */
export class BillLines {
  readonly #list: HTMLElement;
  readonly #template: HTMLTemplateElement;
  readonly #add: (code: string, by: number) => void;
  readonly #drawn = new Map<string, Element>();

  constructor(
    list: HTMLElement,
    template: HTMLTemplateElement,
    add: (code: string, by: number) => void,
  ) {
    this.#list = list;
    this.#template = template;
    this.#add = add;
  }

  draw(
    lines: readonly Line[],
    {last, isFixed}: {last: string | undefined; isFixed: boolean},
  ): void {
    for (const [code, drawn] of this.#drawn) {
      if (lines.some((line) => line.code === code)) continue;
      drawn.remove();
      this.#drawn.delete(code);
    }
    for (const line of lines) {
      const drawn = this.#drawn.get(line.code) ?? this.#make(line);
      fill(drawn, line);
      for (const button of drawn.querySelectorAll('button')) button.disabled = isFixed;
    }
    this.#showLine(last === undefined ? undefined : this.#drawn.get(last));
  }

  /** Scrolls the bill alone, not the page. */
  #showLine(line: Element | undefined): void {
    if (!line) return;
    const [list, own] = [this.#list, line].map((each) => each.getBoundingClientRect());
    if (!list || !own) return;
    this.#list.scrollTop += Math.max(0, own.bottom - list.bottom) - Math.max(0, list.top - own.top);
  }

  #make({code, name}: Line): Element {
    const line = document.createElement('li');
    line.append(this.#template.content.cloneNode(true));
    for (const button of line.querySelectorAll<HTMLElement>('[data-by]')) {
      const by = Number(button.dataset.by);
      button.setAttribute('aria-label', `One ${name} ${by > 0 ? 'more' : 'less'}`);
      button.addEventListener('click', () => this.#add(code, by));
    }
    this.#drawn.set(code, line);
    this.#list.append(line);
    return line;
  }
}

function fill(line: Element, {name, price, quantity}: Line): void {
  const texts = {
    strong: name,
    small: `${rupees(price)} each`,
    output: String(quantity),
    '.sum': rupees(price * quantity),
  };
  for (const [selector, text] of Object.entries(texts)) {
    const part = line.querySelector(selector);
    if (part) part.textContent = text;
  }
}
