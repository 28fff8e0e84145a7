import {adviseLater} from '../checkout/doctor/advise-later.js';
import {isOn} from '../checkout/shell/attributes.js';
import type {Outcome} from '../checkout/events/outcome.js';
import type * as Form from './form/form.js';
import type {Words} from '../checkout/words/words.js';
import {complain} from './said/complain.js';
import type {Footed} from './said/foot.js';

// What no money hangs on comes beside a press too: what only who builds the page is told of.
export {impersonal} from '../checkout/events/analytics.js';
export {watchOrderData} from '../checkout/request/watch-order-data.js';
export {misplaced} from '../checkout/request/misplaced.js';
export {wrongGiven} from '../checkout/request/wrong-given.js';
export {sayAt} from './said/say-at.js';
export {sayEarlier} from './said/say-earlier.js';
export {saidAlone} from './said/own-label.js';
export {markAt} from '../checkout/language/language-of.js';
export {book} from '../checkout/language/book.js';

/** For the browsers that cannot make them in a style sheet. */
export const paint = async (root: ShadowRoot): Promise<void> =>
  (await import('../face/paint.js')).paint(root);

/** Says to who builds the page what is wrong with an element. */
export const advise = adviseLater(() => import('./doctor/advise.js'));

/** Draws the line below a button, or takes it away: few have one. */
export function drawFoot(
  foot: HTMLElement,
  footed: Footed,
  ...said: [words: Words, lang: string]
): void {
  if (!footed.marks && !isOn(footed.secured)) foot.replaceChildren();
  else
    import('./said/foot.js').then(
      (drawer) => drawer.drawFoot(foot, footed, ...said, complain),
      // The browser says in the console what it could not load; the button sells without.
      () => undefined,
    );
}

/** Has it do what is its to do in a form: few stand in one. */
export const joinForm = async (
  ...joining: Parameters<typeof Form.joinForm>
): Promise<() => Outcome | undefined> => (await import('./form/form.js')).joinForm(...joining);
