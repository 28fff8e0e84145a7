import {html} from '@lit-labs/ssr';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {codeBlock, renderMarkdown, type Resolve} from './markdown.js';
import type {Readme} from './readme.js';
import type {Group} from './topics.js';

export interface Facts {
  /** What a page view loads, and what the first press adds, compressed. */
  readonly shellBytes: number;
  readonly pressBytes: number;
  readonly languages: number;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** What the shop sells: a cup of tea. */
const CUP = `<svg viewBox="0 0 320 180" aria-hidden="true" xmlns="http://www.w3.org/2000/svg"><g fill="none" stroke-linecap="round"><path class="steam" d="M138 52c-10-12 10-18 0-32M162 52c-10-12 10-18 0-32M186 52c-10-12 10-18 0-32" stroke-width="4"/><path class="cup-line" d="M206 84h12a19 19 0 0 1 0 38h-18" stroke-width="11"/></g><ellipse class="saucer" cx="160" cy="158" rx="92" ry="12"/><path class="cup" d="M106 72h108v38a46 46 0 0 1-46 46h-16a46 46 0 0 1-46-46z"/><ellipse class="rim" cx="160" cy="72" rx="54" ry="12"/><ellipse class="tea" cx="160" cy="73" rx="46" ry="8.5"/><path class="leaf" d="M248 52c-6-26 12-40 34-40 2 26-10 42-34 40zm0 0c6-14 14-22 24-28"/><path class="leaf" d="M70 100c-24-2-34-18-30-38 22 2 34 16 30 38zm0 0c-6-12-12-20-20-26"/></svg>`;

/** The front page: the README's own words, in a shape that can be taken in at a glance. */
export function homePage(
  readme: Readme,
  groups: readonly Group[],
  {shellBytes, pressBytes, languages}: Facts,
  resolve: Resolve,
) {
  const {title, line} = readme.claim;
  const said = (markdown: string) => unsafeHTML(renderMarkdown(markdown, resolve).html);
  const steps = readme.section('What happens on a click').replace(/^## .*\n/, '');
  const samples = {
    'Your page': codeBlock(readme.code('Your page', 'html'), 'html'),
    'Your server': codeBlock(readme.code('Your server', 'ts'), 'ts'),
    React: codeBlock(readme.code('Your page', 'tsx'), 'tsx'),
  };
  return html`<section class="hero">
      <div class="claim">
        <h1>${title}</h1>
        <p class="lead">${line}</p>
        <p class="acts">
          <a class="act main" href="start.html">Get started</a>
          <a class="act" href="playground.html">Open the playground</a>
        </p>
        <pre
          class="install"
          tabindex="0"
          aria-label="Install"
        ><code>npm install rzp-magic-button</code></pre>
      </div>
      <docs-shop-window class="window">
        <div class="shelf">${unsafeHTML(CUP)}</div>
        <div class="label">
          <p class="product"><strong>Assam Gold</strong> Whole leaf, 100 g</p>
          <p class="price">₹349</p>
        </div>
        <rzp-magic-button type="pay" amount="34900" marks="upi card cod" secured load="click">
          <a slot="fallback" href="start.html">Pay ₹349</a>
        </rzp-magic-button>
        <docs-looks></docs-looks>
        <p class="note" data-note>
          The button as a shop has it. A press is stopped here; beside the shop of
          <code>npm start</code> it sells.
        </p>
      </docs-shop-window>
    </section>
    <section class="facts-band" aria-label="In numbers">
      <p><strong>${kilobytes(shellBytes)} kB</strong> in a page, until somebody wants to pay</p>
      <p><strong>${kilobytes(pressBytes)} kB</strong> more for the first press</p>
      <p><strong>${languages}</strong> languages</p>
      <p><strong>0</strong> requests to Razorpay before that</p>
    </section>
    <section class="samples" aria-label="The code">
      ${Object.entries(samples).map(
        ([name, code]) =>
          html`<div class="sample">
            <h2>${name}</h2>
            ${unsafeHTML(code)}
          </div>`,
      )}
      <figure class="picture">
        <img src="shop.webp" width="1240" height="690" alt=${readme.picture} loading="lazy" />
      </figure>
    </section>
    <section class="promises" aria-labelledby="promises">
      <h2 id="promises">Before you copy anything</h2>
      ${said(readme.promises)}
    </section>
    <section class="steps" aria-labelledby="steps">
      <h2 id="steps">What happens on a click</h2>
      ${said(steps)}
    </section>
    <section class="map" aria-labelledby="map">
      <h2 id="map">Where to go</h2>
      <div class="cards">
        ${groups
          .filter(({title}) => title !== 'Reference')
          .flatMap(({topics}) => topics)
          .filter(({about}) => about)
          .map(
            ({path, title, about}) =>
              html`<article>
                <h3><a href=${`${path}.html`}>${title}</a></h3>
                ${said(about)}
              </article>`,
          )}
      </div>
    </section>`;
}
