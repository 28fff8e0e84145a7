import {html} from '@lit-labs/ssr';
import {nothing} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import type {Heading} from './markdown.js';

export interface Entry {
  readonly path: string;
  readonly title: string;
}

export interface NavGroup {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface Page extends Entry {
  /** For search engines and who shares it. */
  readonly about: string;
  readonly headings: readonly Heading[];
  readonly body: unknown;
  /** Modules beside the one of all pages. */
  readonly scripts?: readonly string[];
  /** Without the list of pages and that of places: the front page. */
  readonly isFront?: boolean;
  /** The same as text. */
  readonly text?: string;
}

export const NAME = 'rzp-magic-button';

/** The way from a page to another file of the site: the site works below any address. */
export const hrefFrom = (from: string, to: string): string =>
  '../'.repeat(from.split('/').length - 1) + to;

/** A page with all that surrounds it. */
export function layout(page: Page, groups: readonly NavGroup[]) {
  const to = (path: string) => hrefFrom(page.path, path);
  const places = page.headings.filter(({level}) => level === 2 || level === 3);
  const all = groups.flatMap(({entries}) => entries);
  const at = all.findIndex(({path}) => path === page.path);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content=${page.about} />
        <meta name="color-scheme" content="light dark" />
        <title>${page.isFront ? `${NAME}: ${page.title}` : `${page.title} · ${NAME}`}</title>
        <link rel="icon" href=${to('assets/icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href=${to('assets/site.css')} />
        ${page.isFront ? html`<link rel="stylesheet" href=${to('cdn/before.css')} />` : nothing}
        ${page.text ? html`<link rel="alternate" type="text/markdown" href=${to(page.text)} />` : nothing}
        <script src=${to('assets/scheme.js')}></script>
        ${['site', ...(page.scripts ?? [])].map(
          (name) => html`<script type="module" src=${to(`assets/${name}.js`)}></script>`,
        )}
      </head>
      <body class=${page.isFront ? 'front' : 'inner'} data-base=${to('')}>
        <a class="skip" href="#content">To the text</a>
        <header class="bar">
          <a class="brand" href=${to('index.html')}>${mark()}<span>${NAME}</span></a>
          <nav aria-label="Site">
            <a href=${to('start.html')}>Get started</a>
            <a href=${to('playground.html')}>Playground</a>
            <a href=${to('reference/index.html')}>Reference</a>
          </nav>
          <div class="tools" id="tools"></div>
        </header>
        <details class="menu">
          <summary>Menu</summary>
          ${navigation('All pages, in the menu', page, groups)}
        </details>
        <div class="frame">
          ${page.isFront ? nothing : html`<div class="side">${navigation('All pages', page, groups)}</div>`}
          <main id="content" tabindex="-1">
            ${page.body}
            ${at < 0 || page.isFront ? nothing : neighbours(page, all[at - 1], all[at + 1])}
          </main>
          ${page.isFront || places.length < 2 ? nothing : contents(places)}
        </div>
        <footer class="foot">
          <p>${NAME} · MIT</p>
          <p>
            <a href=${to('changelog.html')}>Changes</a> <a href=${to('security.html')}>Security</a>
            <a href=${to('llms.txt')}>llms.txt</a>
            ${page.text ? html`<a href=${to(page.text)}>This page as text</a>` : nothing}
          </p>
        </footer>
      </body>
    </html>`;
}

/** All pages. A wide screen has it beside the text, a narrow one in a menu: both work without a script. */
const navigation = (label: string, page: Entry, groups: readonly NavGroup[]) =>
  html`<nav class="pages" aria-label=${label}>
    ${groups.map(
      ({title, entries}) =>
        html`<h2>${title}</h2>
          <ul>
            ${entries.map(
              ({path, title}) =>
                html`<li>
                  <a
                    href=${hrefFrom(page.path, `${path}.html`)}
                    aria-current=${path === page.path ? 'page' : nothing}
                    >${title}</a
                  >
                </li>`,
            )}
          </ul>`,
    )}
  </nav>`;

const contents = (places: readonly Heading[]) =>
  html`<div class="contents">
    <nav aria-label="On this page">
      <h2>On this page</h2>
      <ul>
        ${places.map(
          ({id, text, level}) =>
            html`<li class=${`level-${level}`}><a href=${`#${id}`}>${text}</a></li>`,
        )}
      </ul>
    </nav>
  </div>`;

const neighbours = (page: Entry, before: Entry | undefined, after: Entry | undefined) =>
  html`<nav class="neighbours" aria-label="Before and after">
    ${before ? html`<a rel="prev" href=${hrefFrom(page.path, `${before.path}.html`)}><small>Before</small>${before.title}</a>` : html`<span></span>`}
    ${after ? html`<a rel="next" href=${hrefFrom(page.path, `${after.path}.html`)}><small>Next</small>${after.title}</a>` : nothing}
  </nav>`;

/** A button that is pressed, in two strokes. */
export const MARK = `<svg viewBox="0 0 32 32" xmlns="http://www.w3.org/2000/svg" aria-hidden="true"><rect x="2" y="7" width="28" height="18" rx="7" fill="#1f5eff"/><path d="M9.5 16.2l4.2 4.1 8.8-8.6" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

const mark = () => unsafeHTML(MARK);
