/** Keeps a page of the sandbox up to date; posts the forms of `/` without loading it anew, and copies. */

import {matchElement} from '../browser/match-element.js';

const REFRESH_MS = 2000;

/** What came of the last press; it stays until the next one. Pages without it post their forms as any. */
const answer = document.querySelector('#answer');
let isPosting = false;

async function load(url: string, body?: URLSearchParams): Promise<Document> {
  const response = await fetch(url, body ? {method: 'POST', body} : {});
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other) matchElement(part, other);
  }
  return fresh;
}

/** Tells what came of a press. The element stays, so that a screen reader hears of it. */
function tell(text: string, kind: string): void {
  if (!answer) return;
  answer.className = `answer ${kind}`;
  answer.textContent = text;
}

addEventListener('submit', (event) => {
  const {target, submitter} = event;
  if (!(target instanceof HTMLFormElement) || !answer) return;
  event.preventDefault();
  if (isPosting) return;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(target, submitter)) {
    if (typeof value === 'string') body.set(name, value);
  }
  isPosting = true;
  target.setAttribute('aria-busy', 'true');
  // Not `target.action`, which is the button of that name.
  load(target.getAttribute('action') ?? '/', body)
    .then((fresh) => {
      const said = fresh.querySelector('#answer');
      if (!said) throw new Error('The answer is another page.');
      tell(said.textContent, said.classList.contains('refused') ? 'refused' : 'done');
      if (target.matches('[data-reset]') && said.matches('.done')) target.reset();
    })
    .catch(() => tell('The sandbox can not be reached. Is it still running?', 'refused'))
    .finally(() => {
      isPosting = false;
      target.removeAttribute('aria-busy');
    });
});

addEventListener('click', ({target}) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
  const text = button?.dataset.copy;
  if (text === undefined) return;
  navigator.clipboard.writeText(text).then(
    () => tell(`Copied: ${text}`, 'done'),
    () => tell('The browser does not let this page copy.', 'refused'),
  );
});

// Only a page of https or of this machine may copy: elsewhere the buttons would do nothing.
if (isSecureContext) document.documentElement.classList.add('can-copy');

setInterval(() => {
  if (!document.hidden && !isPosting) void load(location.href).catch(() => undefined);
}, REFRESH_MS);
