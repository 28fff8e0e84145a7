import {html, nothing, type TemplateResult} from 'lit';
import type {AttemptError} from '../../../../wire/page-script.js';

/** What the shopper is told where the merchant's server failed, and what is wrong with its reply. */
export function endpointFailure({description, metadata}: AttemptError): TemplateResult {
  const {problem} = (metadata ?? {}) as {problem?: string};
  return html`<div class="endpoint-failure" role="alert">
    <p>${description}</p>
    ${problem ? html`<code>${problem}</code>` : nothing}
  </div>`;
}
