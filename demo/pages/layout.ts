import {html, raw} from 'hono/html';
import {LANGUAGES} from '../../src/wire/languages.js';
import {FAULT_TITLES} from '../situations/fault-titles.js';
import {SITUATIONS} from '../situations/situations.js';
import type {Markup} from './markup.js';

export const SHOP_NAME = 'Kettle & Leaf';

export interface LayoutParts {
  title: string;
  main: Markup;
  /** The sandbox's page script, where it stands in for Razorpay: then its faults can be tried. */
  scriptUrl: string | undefined;
  /** Path of the page, which is marked in the navigation. */
  current?: string;
}

const GALLERY = ['/gallery', 'A gallery of all that the button shows'] as const;
const SUBSCRIPTION = ['/subscription', 'A subscription, by UPI Autopay'] as const;
/** Only where a sandbox plays the devices. */
const TILL = ['/till', 'A till, with a POS device'] as const;

/** What a language calls itself. */
const ownName = (tag: string): string =>
  new Intl.DisplayNames(tag, {type: 'language'}).of(tag) ?? tag;

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
export const layout = ({title, main, scriptUrl, current}: LayoutParts): Markup =>
  document({
    title,
    styles: ['/shop.css'],
    head:
      scriptUrl && !ON_THIS_MACHINE.test(scriptUrl) ? allowScripts(new URL(scriptUrl).origin) : '',
    body: html`
      <header>
        <a class="name" href="/">${SHOP_NAME}</a>
        <p>Tea and cups. A shop to try the payment button in.</p>
      </header>
      <main>${main}</main>
      <nav aria-label="Demo pages">
        <h2>Try a situation</h2>
        ${links(
          [
            GALLERY,
            SUBSCRIPTION,
            ...(scriptUrl ? [TILL] : []),
            ...SITUATIONS.map(({path, title}) => [path, title] as const),
          ],
          current,
        )}
        <h2>…or a language of the checkout</h2>
        ${links(
          Object.entries(LANGUAGES)
            .filter(([word]) => word !== 'en')
            .map(([word, tag]) => [`/server-order?language=${word}`, ownName(tag)]),
        )}
        ${
          scriptUrl
            ? html`<h2>…or a fault of the sandbox</h2>
                ${links(
                  Object.entries(FAULT_TITLES).map(([name, title]) => [
                    `/server-order?fault=${name}`,
                    title,
                  ]),
                )}`
            : ''
        }
      </nav>
    `,
  });

/** Where the script of the page writes the events of its button. */
export const EVENT_LOG = html`<h2>What happens</h2>
  <ol class="log" id="log" aria-live="polite"></ol>`;

const links = (pages: (readonly [path: string, title: string])[], current?: string): Markup =>
  html`<ul>
    ${pages.map(
      ([path, title]) =>
        html`<li>
          <a href="${path}" aria-current="${path === current ? 'page' : 'false'}">${title}</a>
        </li>`,
    )}
  </ul>`;
