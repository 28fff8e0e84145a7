/** Keeps the page at `/` up to date, and posts its switches without loading the page anew. */

const REFRESH_MS = 2000;

async function load(url: string, body?: URLSearchParams): Promise<void> {
  const response = await fetch(url, body ? {method: 'POST', body} : {});
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  // Only parts that changed are replaced, so the others keep focus, selection and scrolling.
  for (const part of document.querySelectorAll('[data-live]')) {
    const other = fresh.getElementById(part.id);
    if (other && other.innerHTML !== part.innerHTML) replace(part, other);
  }
}

function replace(part: Element, fresh: Element): void {
  const {activeElement: focused} = document;
  const isOnce = part.querySelector<HTMLInputElement>('[name=once]')?.checked ?? false;
  const value = part.contains(focused) ? focused?.getAttribute('value') : undefined;
  part.replaceChildren(...fresh.childNodes);
  const once = part.querySelector<HTMLInputElement>('[name=once]');
  if (once) once.checked = isOnce;
  if (value) part.querySelector<HTMLElement>(`button[value="${value}"]`)?.focus();
}

addEventListener('submit', (event) => {
  const {target, submitter} = event;
  if (!(target instanceof HTMLFormElement)) return;
  event.preventDefault();
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(target, submitter)) {
    if (typeof value === 'string') body.set(name, value);
  }
  void load(target.action, body);
});

setInterval(() => {
  if (!document.hidden) void load('/').catch(() => undefined);
}, REFRESH_MS);
