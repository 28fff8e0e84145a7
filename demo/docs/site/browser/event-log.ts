import {html, LitElement, nothing} from 'lit';
import {EVENT_NAMES} from 'rzp-magic-button/checkout.js';
import {addressOf} from './base.js';

interface Row {
  readonly name: string;
  readonly time: string;
  readonly fields: string;
}

/** Every event of the tags on the page, the newest first, as a listener gets them. */
class EventLog extends LitElement {
  static override properties = {rows: {state: true}};
  declare rows: readonly Row[];

  constructor() {
    super();
    this.rows = [];
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of EVENT_NAMES) document.addEventListener(type, this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of EVENT_NAMES) document.removeEventListener(type, this.#hear);
  }

  protected override render() {
    return html`<div class="log-head">
        <h2>Events</h2>
        ${
          this.rows.length
            ? html`<button type="button" class="tool" @click=${() => (this.rows = [])}>
                Clear
              </button>`
            : nothing
        }
      </div>
      ${
        this.rows.length
          ? html`<ol class="log" reversed>
              ${this.rows.map(
                ({name, time, fields}) =>
                  html`<li>
                    <time>${time}</time>
                    <a href=${addressOf('events.html#states-and-events')}><code>${name}</code></a>
                    ${fields ? html`<code class="fields">${fields}</code>` : nothing}
                  </li>`,
              )}
            </ol>`
          : html`<p class="empty">Nothing has happened yet. Press the button.</p>`
      }`;
  }

  readonly #hear = (event: Event): void => {
    const time = new Date().toLocaleTimeString('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    this.rows = [{name: event.type, time, fields: fieldsOf(event)}, ...this.rows];
  };
}

/** The fields of an event as they would be logged: without the signature, which is nobody's to see. */
function fieldsOf(event: Event): string {
  const fields = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  if (!fields.length) return '';
  return JSON.stringify(Object.fromEntries(fields), (name, value: unknown) => {
    if (name === 'razorpay_signature') return '…';
    if (!(value instanceof Error)) return value;
    const {message} = value;
    return {
      ...('code' in value && {code: value.code}),
      message,
      ...('retryable' in value && {retryable: value.retryable}),
    };
  });
}

customElements.define('docs-log', EventLog);
