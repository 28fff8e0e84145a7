import {html, nothing, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import {languageIn, shopLanguageOf, wordsOf, type Field, type State} from '../state/state.js';
import type {Words} from '../words/en.js';
import {translated} from '../words/translated.js';

interface FieldParts {
  readonly label: string;
  readonly type?: 'text' | 'tel' | 'email' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly autocomplete?: AutoFill;
  /** What a phone's keyboard begins with a capital: nothing unless said otherwise. */
  readonly autocapitalize?: 'none' | 'words' | 'characters';
  readonly placeholder?: string;
  readonly hint?: string | TemplateResult;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  /** What is wrong, where it does not stand among the form's errors. */
  readonly error?: string | undefined;
  /** The form that the input belongs to, when it is not the one around it. */
  readonly form?: string;
  /** Shapes what was typed, as long as the shopper types at the end. */
  readonly format?: (text: string) => string;
}

/** What is wrong with a field, where the server says so in words of its own. */
const BAD: Readonly<Partial<Record<Field, keyof Words>>> = {
  contact: 'badMobile',
  email: 'badEmail',
  vpa: 'badVpa',
  number: 'badCard',
  expiry: 'badDate',
  cvv: 'badCvv',
};

/** What is wrong with a field, in the checkout's language. */
function errorIn(
  name: Field,
  state: State,
  given: string | undefined,
): {readonly text?: string; readonly lang?: string | undefined} {
  const {[name]: own} = state.errors;
  const error = own ?? given;
  if (!error) return {};
  const said = translated(languageIn(state), error);
  const {[name]: bad} = BAD;
  if (said.lang && bad) return {text: wordsOf(state)[bad]};
  if (own || !said.lang) return said;
  // What is given are the merchant's words.
  return {text: said.text, lang: shopLanguageOf(state)};
}

/** An input with its label, its hint and what is wrong with it. */
export function field(
  name: Field,
  state: State,
  flow: CheckoutFlow,
  parts: FieldParts,
): TemplateResult {
  const {form} = state;
  const {text: error, lang} = errorIn(name, state, parts.error);
  const onInput = ({target}: InputEvent): void => {
    const {value, selectionStart} = target as HTMLInputElement;
    const isAtEnd = selectionStart === null || selectionStart === value.length;
    flow.edit(name, parts.format && isAtEnd ? parts.format(value) : value);
  };
  return html`
    <div class="field">
      <label for=${name}>${parts.label}</label>
      <input
        id=${name}
        name=${name}
        type=${parts.type ?? 'text'}
        inputmode=${parts.inputMode ?? nothing}
        autocomplete=${parts.autocomplete ?? 'off'}
        form=${parts.form ?? nothing}
        autocapitalize=${parts.autocapitalize ?? 'none'}
        spellcheck="false"
        placeholder=${parts.placeholder ?? nothing}
        maxlength=${parts.maxLength ?? nothing}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby="${name}-hint"
        ?readonly=${parts.readOnly}
        .value=${live(form[name])}
        @input=${onInput}
      />
      <p
        class=${error ? 'error' : 'hint'}
        id="${name}-hint"
        lang=${lang ?? nothing}
        aria-live="polite"
      >
        ${error ?? parts.hint ?? nothing}
      </p>
    </div>
  `;
}
