import {html, raw} from 'hono/html';
import {LOG, page} from './layout.js';
import type {Markup} from './markup.js';
import type {Situation} from '../situations/situations.js';

/** A page that shows its own markup, runs it, and logs what happens. */
export const situationPage = (
  {path, title, text}: Situation,
  markup: string,
  sandboxed: boolean,
): Markup =>
  page({
    title,
    sandboxed,
    current: path,
    main: html`
      <h1>${title}</h1>
      <p class="text">${text}</p>
      <section class="stage" aria-label="The button">${raw(markup)}</section>
      <h2>What stands in this page</h2>
      <pre><code>${markup}</code></pre>
      ${LOG}
    `,
  });
