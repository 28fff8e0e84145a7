import {html, raw} from 'hono/html';
import type {Markup} from './markup.js';
import {siteMap} from './site-map.js';

export const SHOP_NAME = 'Kettle & Leaf';

export interface LayoutParts {
  title: string;
  main: Markup;
  /** The sandbox's page script, where it stands in for Razorpay: then its faults can be tried. */
  scriptUrl: string | undefined;
  /** Address of the page, from its path on, which is marked in the navigation. */
  current?: string;
  /** Whether each link has a line that says what is behind it. */
  isHome?: boolean;
}

const ON_THIS_MACHINE = /^http:\/\/(localhost|127\.0\.0\.1)[:/]/;

/**
 * The button loads nothing from elsewhere because HTML says so: for a sandbox that another device is
 * to reach, JavaScript must.
 */
const allowScripts = (origin: string): Markup =>
  html`<script type="module">
    await customElements.whenDefined('rzp-magic-button');
    customElements.get('rzp-magic-button').allowedScriptOrigins = ['${raw(origin)}'];
  </script>`;

interface DocumentParts {
  title: string;
  styles: readonly string[];
  /** More for the head. */
  head?: Markup | '';
  /** Modules of the page; the script of all pages unless said otherwise. */
  scripts?: readonly string[];
  /** Where the page is to have another than the system's: `light`, `dark`. */
  scheme?: string;
  body: Markup;
}

/** A page with these styles and scripts, and nothing else. */
export const document = ({
  title,
  styles,
  head = '',
  scripts = ['/assets/page.js'],
  scheme = 'auto',
  body,
}: DocumentParts): Markup =>
  html`<!doctype html>
    <html lang="en" data-scheme="${scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fffaf3" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1a130d" media="(prefers-color-scheme: dark)" />
        <title>${title} · ${SHOP_NAME}</title>
        <link rel="icon" href="data:," />
        ${styles.map((style) => html`<link rel="stylesheet" href="${style}" />`)} ${head}
      </head>
      <body>
        ${body} ${scripts.map((script) => html`<script type="module" src="${script}"></script>`)}
      </body>
    </html>`;

/** A page of the shop, with links to all others. */
export const layout = ({title, main, scriptUrl, current, isHome = false}: LayoutParts): Markup =>
  document({
    title,
    styles: ['/shop.css'],
    head:
      scriptUrl && !ON_THIS_MACHINE.test(scriptUrl) ? allowScripts(new URL(scriptUrl).origin) : '',
    body: html`
      <header>
        <a class="name" href="/">${SHOP_NAME}</a>
        <p>
          Tea and cups. A shop to try the payment button in.
          <a href="/docs/">The button’s documentation</a>
        </p>
      </header>
      <main>${main}</main>
      ${siteMap({scriptUrl, current, hasLines: isHome})}
      <footer>
        <a href="/docs/">Documentation: guides, a playground, each attribute and event</a>
      </footer>
    `,
  });

/** Where the script of the page writes the events of its button. It is for developers, and read out to nobody. */
export const EVENT_LOG = html`<h2>What happens</h2>
  <ol class="log" id="log"></ol>`;
