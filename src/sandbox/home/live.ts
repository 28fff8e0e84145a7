/** Keeps the page at `/` up to date, posts its forms without loading the page anew, and copies. */

const REFRESH_MS = 2000;

/** What came of the last press; it stays until the next one. */
const answer = document.querySelector('#answer');
let isPosting = false;

async function load(url: string, body?: URLSearchParams): Promise<Document> {
  const response = await fetch(url, body ? {method: 'POST', body} : {});
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other) match(part, other);
  }
  return fresh;
}

/**
 * Makes an element like another one. What is alike stays, and with it focus, selection, scrolling,
 * and what a person has typed; elements with an id are found again by it.
 */
function match(element: Element, fresh: Element): void {
  if (element.isEqualNode(fresh)) return;
  for (const {name} of [...element.attributes]) {
    if (!fresh.hasAttribute(name)) element.removeAttribute(name);
  }
  for (const {name, value} of fresh.attributes) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  let at = element.firstChild;
  for (const other of [...fresh.childNodes]) {
    const same = isSame(at, other) ? at : findById(element, other);
    if (same) {
      if (same !== at) element.insertBefore(same, at);
      at = same.nextSibling;
      if (same instanceof Element && other instanceof Element) match(same, other);
      else if (same.nodeValue !== other.nodeValue) same.nodeValue = other.nodeValue;
    } else element.insertBefore(other, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

const idOf = (node: Node): string => (node instanceof Element ? node.id : '');

const isSame = (node: ChildNode | null, other: Node): boolean =>
  node?.nodeName === other.nodeName && idOf(node) === idOf(other);

const findById = (parent: Element, other: Node): ChildNode | undefined =>
  idOf(other) === '' ? undefined : [...parent.children].find(({id}) => id === idOf(other));

/** Tells what came of a press. The element stays, so that a screen reader hears of it. */
function tell(text: string, kind: string): void {
  if (!answer) return;
  answer.className = `answer ${kind}`;
  answer.textContent = text;
}

addEventListener('submit', (event) => {
  const {target, submitter} = event;
  if (!(target instanceof HTMLFormElement)) return;
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
  if (!document.hidden && !isPosting) void load('/').catch(() => undefined);
}, REFRESH_MS);
