import {matchElement} from '../match-element.js';

/** Keeps the page of a device up to date, presses its keys without loading it anew, and types on them. */

const REFRESH_MS = 400;

/** The last thing that was asked of the sandbox: keys are pressed in the order in which they came. */
let last: Promise<void> = Promise.resolve();
let waiting = 0;

function ask(url: string, body?: URLSearchParams): void {
  waiting += 1;
  last = last
    .then(async () => {
      const response = await fetch(url, body ? {method: 'POST', body} : {});
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
      for (const part of document.querySelectorAll('[data-live]')) {
        const other = fresh.getElementById(part.id);
        if (other) matchElement(part, other);
      }
      document.documentElement.classList.remove('unreachable');
    })
    .catch(() => document.documentElement.classList.add('unreachable'))
    .finally(() => (waiting -= 1));
}

addEventListener('submit', (event) => {
  const {target, submitter} = event;
  if (!(target instanceof HTMLFormElement)) return;
  event.preventDefault();
  if (submitter?.getAttribute('aria-disabled') === 'true') return;
  const press = submitter?.getAttribute('value') ?? '';
  ask(target.getAttribute('action') ?? '', new URLSearchParams({press}));
});

/** Keys of the keyboard and of the device. */
const KEYS: Readonly<Record<string, string>> = {
  Escape: 'cancel',
  Backspace: 'clear',
  Delete: 'clear',
  Enter: 'enter',
};

addEventListener('keydown', (event) => {
  const {altKey, ctrlKey, key, metaKey, target} = event;
  if (altKey || ctrlKey || metaKey) return;
  // What has the focus is pressed by Enter itself.
  if (key === 'Enter' && target instanceof Element && target.closest('a, button')) return;
  const name = /^\d$/.test(key) ? key : KEYS[key];
  const button = document.querySelector<HTMLElement>(`.keypad [value="key:${name ?? ''}"]`);
  if (!button) return;
  event.preventDefault();
  button.classList.add('pressed');
  setTimeout(() => button.classList.remove('pressed'), 120);
  button.click();
});

setInterval(() => {
  if (!document.hidden && !waiting) ask(location.href);
}, REFRESH_MS);
