import {html, raw} from 'hono/html';
import type {Situation} from '../situations/situations.js';
import {EVENT_LOG, layout} from './layout.js';
import type {Markup} from './markup.js';

interface SituationPageParts {
  situation: Situation;
  markup: string;
  scriptUrl: string | undefined;
  /** Its address, from the path on. */
  current: string;
  /** What is other than usual: a fault, or a language by its own name, with the tag of that. */
  variation: {text: string; lang?: string} | undefined;
}

/** A page with a button, its markup to read, and the log of its events. */
export const situationPage = ({
  situation: {title, text},
  markup,
  scriptUrl,
  current,
  variation,
}: SituationPageParts): Markup =>
  layout({
    title: variation ? `${title}: ${variation.text}` : title,
    scriptUrl,
    current,
    main: html`
      <h1>
        ${title}${
          variation
            ? html`:
                <span ${variation.lang ? raw(`lang="${variation.lang}"`) : ''}
                  >${variation.text}</span
                >`
            : ''
        }
      </h1>
      <p class="text">${text}</p>
      <section class="sample" aria-label="The button">${raw(markup)}</section>
      <h2>What stands in this page</h2>
      <pre><code>${markup}</code></pre>
      ${EVENT_LOG}
    `,
  });
