import {render} from 'lit/html.js';
import {LANGUAGES} from '../../../wire/languages.js';
import {CheckoutFlow} from './flow/checkout-flow.js';
import {FormOpener} from './opener/form-opener.js';
import type {Opener} from './opener/opener.js';
import {PageOpener} from './opener/page-opener.js';
import type {RawOptions} from './state/settings.js';
import {languageIn, wordsOf, type State} from './state/state.js';
import {applyTheme} from './theme.js';
import {view} from './view.js';

/**
 * The checkout's document. Either the page script loads it into its iframe, and the two talk by
 * messages; or a merchant's form is answered with it, and the options of the form stand in it.
 * State goes one way: the flow changes it, the view shows it, actions go back to the flow.
 */
const opener = findOpener();
const flow = new CheckoutFlow(opener, show);
let shown: State | undefined;

function findOpener(): Opener {
  const options = document.querySelector('#options')?.textContent;
  return options ? new FormOpener(JSON.parse(options) as RawOptions) : new PageOpener();
}

function show(state: State): void {
  const before = shown;
  shown = state;
  applyTheme(state.settings);
  document.documentElement.lang = LANGUAGES[languageIn(state)];
  document.title = wordsOf(state).secureCheckout;
  render(view(state, flow), document.body);
  moveFocus(before, state);
  showField(before, state);
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

/**
 * The field that is to be filled in is on the screen, above the buttons: that of the chosen method
 * when the methods appear and when another one is chosen, and the OTP at the bank. A failure above
 * the methods is read first, and stays.
 */
function showField(before: State | undefined, state: State): void {
  const isNew =
    before?.screen !== state.screen ||
    before.method !== state.method ||
    // The merchant's coupons came late and push the fields down; who has gone on stays where they are.
    (before.offers !== state.offers && document.activeElement?.matches('h2') === true);
  if (!isNew || (state.screen === 'methods' && state.failure)) return;
  for (const part of ['.methods .chosen', '.methods .chosen .field', '.bank .field']) {
    document.querySelector(part)?.scrollIntoView({block: 'nearest'});
  }
}

addEventListener('keydown', ({key}) => {
  if (key === 'Escape') flow.leaving.escape();
});
addEventListener('click', ({target}) => {
  if (target instanceof Element && target.matches('.backdrop')) flow.leaving.clickBackdrop();
});
// The button of each step stands in the same place: without this the second click of a double
// click on Continue would press the button of the next step, which may be "Pay".
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
opener.listen(flow);
