import {html, nothing, type TemplateResult} from 'lit/html.js';

interface ChoiceParts {
  readonly group: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly title: string;
  readonly text?: string;
  /** The language of title and text, where it is not the checkout's. */
  readonly lang?: string | undefined;
  readonly price?: string;
  readonly choose: () => unknown;
}

/** One of several; the whole line can be pressed. */
export const choice = (parts: ChoiceParts): TemplateResult => html`
  <label class="choice">
    <input
      type="radio"
      name=${parts.group}
      value=${parts.value}
      .checked=${parts.isChosen}
      @change=${() => void parts.choose()}
    />
    <span class="name" lang=${parts.lang ?? nothing}
      >${parts.title}${parts.text ? html` <small>${parts.text}</small>` : nothing}</span
    >
    ${parts.price ? html` <span class="price">${parts.price}</span>` : nothing}
  </label>
`;
