import {html} from '@lit-labs/ssr';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {codeBlock, renderMarkdown, type Resolve} from './markdown.js';
import type {Readme} from './readme.js';
import type {Group} from './topics.js';

export interface Facts {
  /** Of the shell and of what a press adds, compressed. */
  readonly shellBytes: number;
  readonly pressBytes: number;
  readonly languages: number;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

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
        <p class="crumb">Kettle &amp; Leaf</p>
        <p class="product"><strong>Assam Gold</strong><span>Whole leaf, 100 g</span></p>
        <p class="price">₹349</p>
        <rzp-magic-button type="pay" amount="34900" marks="upi card cod" secured load="click">
          <a slot="fallback" href="start.html">Pay ₹349</a>
        </rzp-magic-button>
        <p class="note" data-note>
          It looks as it would in a shop. Here a press is stopped; beside the shop of
          <code>npm start</code> it sells.
        </p>
      </docs-shop-window>
    </section>
    <section class="facts-band" aria-label="In numbers">
      <p><strong>${kilobytes(shellBytes)} kB</strong> until somebody wants to pay</p>
      <p><strong>${kilobytes(pressBytes)} kB</strong> more for a press</p>
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
