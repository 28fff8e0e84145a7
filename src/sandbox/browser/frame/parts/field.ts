import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {CheckoutFlow} from '../flow/checkout-flow.js';
import type {Field, State} from '../state/state.js';

interface FieldParts {
  readonly label: string;
  readonly type?: 'text' | 'tel' | 'email' | 'password';
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly autocomplete?: AutoFill;
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

/** An input with its label, its hint and what is wrong with it. */
export function field(
  name: Field,
  {form, errors}: State,
  flow: CheckoutFlow,
  parts: FieldParts,
): TemplateResult {
  const error = errors[name] ?? parts.error;
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
        autocapitalize="none"
        spellcheck="false"
        placeholder=${parts.placeholder ?? nothing}
        maxlength=${parts.maxLength ?? nothing}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby="${name}-hint"
        ?readonly=${parts.readOnly}
        .value=${live(form[name])}
        @input=${onInput}
      />
      <p class=${error ? 'error' : 'hint'} id="${name}-hint" aria-live="polite">
        ${error ?? parts.hint ?? nothing}
      </p>
    </div>
  `;
}
