import {html, nothing, type TemplateResult} from 'lit/html.js';

/** The button at the foot of a step; it shows that an answer is waited for. */
export const submitButton = (label: string, isWaiting = false): TemplateResult => html`
  <div class="actions">
    <button class="primary" type="submit" aria-disabled=${isWaiting ? 'true' : 'false'}>
      ${isWaiting ? html`<span class="spinner" aria-hidden="true"></span>` : nothing} ${label}
    </button>
  </div>
`;
