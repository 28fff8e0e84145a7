import {render} from 'lit';
import {Checkout} from './flow/checkout.js';
import {applyTheme} from './page/theme.js';
import {HostedPage} from './page/hosted-page.js';
import {PageChannel} from './page/page-channel.js';
import type {Page} from './page/page.js';
import type {RawOptions} from './state/settings.js';
import type {State} from './state/state.js';
import {view} from './view.js';
import {tagOf} from './words/languages.js';

/**
 * The checkout's document: the page script loads it into its iframe, and the two talk by messages;
 * or a merchant's form has opened it, and its options stand in it.
 * State goes one way: the checkout changes it, the view shows it, actions go back to the checkout.
 */
const page = findPage();
const checkout = new Checkout(page, show);
let shown: State | undefined;

function findPage(): Page {
  const options = document.querySelector('#options')?.textContent;
  return options ? new HostedPage(JSON.parse(options) as RawOptions) : new PageChannel();
}

function show(state: State): void {
  const before = shown;
  shown = state;
  applyTheme(state.settings);
  document.documentElement.lang = tagOf(state.settings?.language ?? 'en');
  render(view(state, checkout), document.body);
  moveFocus(before, state);
}

/** Focus follows what appears: a new screen, the first mistake, a question. */
function moveFocus(before: State | undefined, state: State): void {
  const selector = state.isLeaving
    ? before?.isLeaving !== true && '[role=alertdialog] button'
    : before?.isLeaving
      ? '.close'
      : before?.errors !== state.errors && Object.keys(state.errors).length
        ? '[aria-invalid=true]'
        : before?.screen !== state.screen && 'h2';
  if (selector) document.querySelector<HTMLElement>(selector)?.focus();
}

addEventListener('keydown', ({key}) => {
  if (key === 'Escape') checkout.leaving.escape();
});
addEventListener('click', ({target}) => {
  if (target instanceof Element && target.matches('.stage')) checkout.leaving.clickBackdrop();
});
// Each step has its button in the same place: the second half of a double click is not meant for it.
addEventListener(
  'click',
  (event) => {
    const isOnStep = event.target instanceof Element && event.target.closest('.actions') !== null;
    if (event.detail < 2 || !isOnStep) return;
    event.preventDefault();
    event.stopPropagation();
  },
  {capture: true},
);
page.listen(checkout);
