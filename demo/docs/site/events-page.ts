import {html} from '@lit-labs/ssr';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {renderMarkdown, type Heading, type Resolve} from './markdown.js';
import type {TagManifest} from './manifest.js';
import type {Readme} from './readme.js';

/** The README's sections that this page has. */
export const EVENTS_SECTIONS = ['States and events', 'Error codes'];

/** What a page is told, in the README's words, and a button that tells it. */
export function eventsPage(readme: Readme, tags: readonly TagManifest[], resolve: Resolve) {
  const {html: said, headings} = renderMarkdown(
    EVENTS_SECTIONS.map((title) => readme.section(title)).join('\n'),
    resolve,
  );
  const [, till] = tags;
  const more: Heading[] = [{level: 2, text: 'The till', id: 'the-till'}];
  const body = html`<h1>States, events, errors</h1>
    <section class="live" aria-label="Live">
      <docs-event-log>
        <p>Press the button, and each event is listed here with its fields as it fires.</p>
      </docs-event-log>
    </section>
    ${unsafeHTML(said)}
    <h2 id="the-till">The till</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">event</th>
          <th scope="col">when</th>
        </tr>
      </thead>
      <tbody>
        ${till?.events.map(
          ({name, description}) =>
            html`<tr>
              <td data-label="event"><code>${name}</code></td>
              <td data-label="when">
                ${unsafeHTML(renderMarkdown(description, resolve).html.replace(/<\/?p>/g, ''))}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  return {body, headings: [...headings, ...more]};
}
