import type {RzpMagicButton} from 'rzp-magic-button';
import {follow, load, replaceParts} from './live-page.js';

/** Razorpay may take its time behind the shop. */
const ACTION_TIMEOUT_MS = 30_000;

/** Keeps the page of the subscription as the server has it, and posts its forms without leaving it. */
export function followSubscription(root: HTMLElement, stale: Element): void {
  /** Counts what was pressed: a page that was asked for before a press shows what was before it. */
  let presses = 0;
  let isBusy = false;

  const ask = follow(stale, async () => {
    const pressesBefore = presses;
    const response = await load(location.pathname);
    const page = await response.text();
    if (!isBusy && presses === pressesBefore && response.ok && !isPaying()) replaceParts(page);
    return response.ok;
  });

  root.addEventListener('submit', (event) => {
    const {target: form, submitter} = event;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    // A second click, while the first is on its way.
    if (isBusy) return;
    void press(form, submitter);
  });

  const press = async (form: HTMLFormElement, submitter: HTMLElement | null) => {
    isBusy = true;
    presses += 1;
    form.setAttribute('aria-busy', 'true');
    say('');
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form, submitter))
        if (typeof value === 'string') body.set(name, value);
      const response = await load(form.action, {
        method: 'POST',
        body,
        timeoutMs: ACTION_TIMEOUT_MS,
      });
      const page = replaceParts(await response.text());
      const notice = page.querySelector('#notice');
      if (!notice) throw new Error(`The shop answered with ${response.status}.`);
      say(notice.textContent);
    } catch {
      say('The shop did not answer. Nothing is charged twice: please try again.');
    } finally {
      form.removeAttribute('aria-busy');
      isBusy = false;
    }
  };

  document.addEventListener('rzp-success', ask);
  document.addEventListener('rzp-unconfirmed', ask);
  root.addEventListener('change', ({target}) => {
    if (target instanceof HTMLInputElement && target.name === 'plan') choose(target);
  });
  followPhone(root);
}

/** Whether the checkout is open, or its result on its way: its button has to stay, and say what comes. */
function isPaying(): boolean {
  const state = document.querySelector<RzpMagicButton>('#subscribe')?.state;
  return state === 'preparing' || state === 'open' || state === 'verifying';
}

/** Says what was refused, until something else is pressed. */
function say(text: string): void {
  const notice = document.querySelector('#notice');
  if (notice) notice.textContent = text;
}

/** The button sells the plan that is chosen. */
function choose({value, dataset}: HTMLInputElement): void {
  const button = document.querySelector<RzpMagicButton>('#subscribe');
  const terms = document.querySelector('#terms');
  button?.setAttribute('data-order-plan', value);
  if (terms) terms.textContent = dataset.terms ?? '';
}

/** The UPI app: behind a tab on a phone; beside the checkout, which covers the page, on a desktop. */
function followPhone(root: HTMLElement): void {
  const phone = root.querySelector<HTMLElement>('.phone');
  if (!phone) return;
  for (const tab of root.querySelectorAll('.tabs button')) {
    tab.addEventListener('click', () => {
      for (const other of root.querySelectorAll('.tabs button'))
        other.setAttribute('aria-pressed', String(other === tab));
      root.classList.toggle('shows-phone', tab.getAttribute('aria-controls') === phone.id);
    });
  }
  document.addEventListener('rzp-statechange', ({state}) => {
    const isOver = state === 'open' && matchMedia('(min-width: 64rem)').matches;
    // What lies in the top layer lies above the checkout too. Old browsers have none; there the
    // checkout itself leads into the app.
    if (!('popover' in phone) || phone.hasAttribute('popover') === isOver) return;
    if (isOver) {
      phone.setAttribute('popover', 'manual');
      phone.showPopover();
    } else {
      phone.removeAttribute('popover');
    }
  });
}
