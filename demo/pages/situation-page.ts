import {html, raw} from 'hono/html';
import type {Situation} from '../situations/situations.js';
import {EVENT_LOG, layout} from './layout.js';
import type {Markup} from './markup.js';

/** A page with a button, its markup to read, and the log of its events. */
export const situationPage = (
  {path, title, text}: Situation,
  markup: string,
  scriptUrl: string | undefined,
): Markup =>
  layout({
    title,
    scriptUrl,
    current: path,
    main: html`
      <h1>${title}</h1>
      <p class="text">${text}</p>
      <section class="sample" aria-label="The button">${raw(markup)}</section>
      <h2>What stands in this page</h2>
      <pre><code>${markup}</code></pre>
      ${EVENT_LOG}
    `,
  });
