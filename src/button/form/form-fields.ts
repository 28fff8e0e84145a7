import {readFlag} from '../../checkout/shell/attributes.js';
import {ofForm} from './of-form.js';

type Data = Readonly<Record<string, unknown>>;

/** Forms whose fields are being read: what the browser asks listeners meanwhile is not being sent. */
const read = new WeakSet<HTMLFormElement>();

export const isRead = (form: HTMLFormElement): boolean => read.has(form);

/**
 * Returns order data with the fields of a form, all that would be sent or those that are named. Of a
 * name that the form has more than once there is a list, and of `size[]` always, as `size`. A file has
 * no JSON, and what is typed as a password is nobody's order.
 */
export function withFields(said: Data, form: HTMLFormElement | null, asked: unknown): Data {
  const all = readFlag(asked);
  if (!form || asked == null || all === false) return said;
  const names = typeof asked === 'string' ? asked.split(/\s+/) : [];
  const isAsked = (name: string) => all === true || names.includes(name.replace(/\[\]$/, ''));
  const passwords = [...ofForm(form, 'elements')]
    .filter((field) => field.matches('[type=password]'))
    .map((field) => field.getAttribute('name'));
  const data = entriesOf(form);
  const fields: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    if (!isAsked(name) || passwords.includes(name)) continue;
    const texts = data.getAll(name).filter((value) => typeof value === 'string');
    const isList = texts.length > 1 || name.endsWith('[]');
    if (texts.length) fields[name.replace(/\[\]$/, '')] = isList ? texts : texts[0];
  }
  return {...said, ...fields};
}

function entriesOf(form: HTMLFormElement): FormData {
  read.add(form);
  try {
    return new FormData(form);
  } finally {
    read.delete(form);
  }
}
