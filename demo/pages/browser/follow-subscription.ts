import type {RzpMagicButton} from 'rzp-magic-button';
import {followForms} from './live-forms.js';

/** Keeps the page of the subscription as the server has it, and posts its forms without leaving it. */
export function followSubscription(root: HTMLElement, stale: Element): void {
  const ask = followForms({root, stale, isHeld: isPaying});
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
