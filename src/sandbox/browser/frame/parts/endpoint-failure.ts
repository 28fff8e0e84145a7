import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {AttemptError} from '../../../../wire/page-script.js';
import {saidIn, type State} from '../state/state.js';

/** What the shopper is told where the merchant's server failed, and what is wrong with its reply. */
export function endpointFailure(error: AttemptError, state: State): TemplateResult {
  return html`<div class="endpoint-failure" role="alert">${endpointProblem(error, state)}</div>`;
}

/** The same without a role of its own: what is wrong is for the merchant, and in English. */
export function endpointProblem(error: AttemptError, state: State): TemplateResult {
  const {lang, text} = saidIn(state, error);
  const {problem} = (error.metadata ?? {}) as {problem?: string};
  return html`<p lang=${lang ?? nothing}>${text}</p>
    ${problem ? html`<code lang="en">${problem}</code>` : nothing}`;
}
