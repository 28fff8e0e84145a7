/** Fields in which Enter sends a form. */
const BY_ENTER =
  /^(text|search|tel|url|email|password|number|date|month|week|time|datetime-local|checkbox|radio)$/;

/** Trees that are listened to already. */
const heard = new WeakSet<EventTarget>();

/**
 * Hears in a tree where Enter sends a form. Fields that belong to a form by their attribute `form` stand
 * outside of it. Keypress, because who takes Enter for something else prevents keydown, and while letters
 * are composed there is none.
 */
export function onEnter(
  root: EventTarget,
  send: (form: HTMLFormElement, event: Event) => void,
): void {
  if (heard.has(root)) return;
  heard.add(root);
  // By the browser's own method: a document has what HTML names for properties.
  EventTarget.prototype.addEventListener.call(root, 'keypress', (event) => {
    const {target: field, key, defaultPrevented} = event as KeyboardEvent;
    if (key !== 'Enter' || defaultPrevented || !(field instanceof HTMLInputElement)) return;
    if (field.form && BY_ENTER.test(field.type)) send(field.form, event);
  });
}
