import {render} from 'lit';
import {Checkout} from './checkout.js';
import {applyTheme} from './theme.js';
import {PageChannel} from './page-channel.js';
import type {State} from './state.js';
import {view} from './view.js';
import {tagOf} from './words/languages.js';

/**
 * The checkout's document: the page script loads it into its iframe, and the two talk by messages.
 * State goes one way: the checkout changes it, the view shows it, actions go back to the checkout.
 */
const channel = new PageChannel();
const checkout = new Checkout(channel, show);
let shown: State | undefined;

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
channel.listen(checkout);
