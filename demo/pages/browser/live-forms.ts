import {follow, load, replaceParts} from './live-page.js';

/** Razorpay may take its time behind the shop. */
const ACTION_TIMEOUT_MS = 30_000;

interface LiveFormsParts {
  root: HTMLElement;
  stale: Element;
  /** Whether the page has to stay as it is for now. */
  isHeld?: () => boolean;
  /** Whether the server shows something else at this address, such as a sign-in. */
  isOther?: (page: Document) => boolean;
}

/**
 * Keeps a page as the server has it, and posts the forms in `root` without leaving it. The function that
 * it returns has the server asked now.
 */
export function followForms({
  root,
  stale,
  isHeld = () => false,
  isOther = () => false,
}: LiveFormsParts): () => void {
  /** Counts what was pressed: a page that was asked for before a press shows what was before it. */
  let presses = 0;
  let isBusy = false;

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
      say('The shop did not answer. Nothing is charged or given back twice: please try again.');
    } finally {
      form.removeAttribute('aria-busy');
      isBusy = false;
    }
  };

  return follow(stale, async () => {
    const pressesBefore = presses;
    const response = await load(location.pathname);
    const page = await response.text();
    if (!isBusy && presses === pressesBefore && response.ok && !isHeld()) {
      if (isOther(replaceParts(page))) location.reload();
    }
    return response.ok;
  });
}

/** Says what came of a press, until something else is pressed. */
function say(text: string): void {
  const notice = document.querySelector('#notice');
  if (notice) notice.textContent = text;
}
