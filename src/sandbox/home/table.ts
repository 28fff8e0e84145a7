import {html} from 'hono/html';
import type {Markup} from './markup.js';

/** A line of a table: its id stays while the table grows. */
export interface Row {
  readonly id: string;
  readonly cells: readonly (string | Markup)[];
}

/**
 * A table that becomes a list of cards on a phone. The roles are written out, for with another
 * `display` browsers take a table for no table. A column in which nothing stands is left out.
 */
export function table(title: string, head: readonly string[], rows: readonly Row[]): Markup {
  const shown = head
    .map((name, index) => ({name, index}))
    .filter(({index}) => rows.some(({cells}) => cells[index] !== ''));
  return html`<section>
    <h2>${title}</h2>
    ${
      rows.length
        ? html`<div class="card scrolls" role="region" aria-label="${title}" tabindex="0">
            <table role="table">
              <thead>
                <tr role="row">
                  ${shown.map(({name}) => html`<th scope="col" role="columnheader">${name}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rows.map(
                  ({id, cells}) =>
                    html`<tr role="row" id="${id}">
                      ${shown.map(
                        ({name, index}) =>
                          html`<td role="cell" data-label="${name}">${cells[index] ?? ''}</td>`,
                      )}
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : html`<p class="hint">None yet.</p>`
    }
  </section>`;
}
