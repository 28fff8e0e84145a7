import type {Fields} from '../model/fields.js';

/** As deep as PHP reads the brackets of a form. */
export const MOST_LEVELS = 64;

type Branch = Map<string, Branch | string>;

/**
 * Reads the pairs of a form: `notes[cart]=7` is an object, `line_items[0][sku]=tea` and
 * `offers[]=a&offers[]=b` are lists. All values are texts; who reads a field knows its type.
 * Undefined when a name is none that a form has: then the text was something else.
 */
export function readForm(
  pairs: Iterable<readonly [name: string, value: string]>,
): Fields | undefined {
  const root: Branch = new Map();
  for (const [name, value] of pairs) {
    const path = pathOf(name);
    if (!path) return undefined;
    put(root, path, value);
  }
  return Object.fromEntries(Array.from(root, ([name, node]) => [name, valueOf(node)]));
}

/** `notes[cart]` is `notes`, `cart`. */
function pathOf(name: string): readonly string[] | undefined {
  const [, first, brackets] = /^([\w.-]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? [];
  if (first === undefined || brackets === undefined) return undefined;
  const path = [first, ...Array.from(brackets.matchAll(/\[([^\]]*)\]/g), ([, key = '']) => key)];
  return path.length > MOST_LEVELS ? undefined : path;
}

function put(root: Branch, path: readonly string[], value: string): void {
  let branch = root;
  for (const [index, part] of path.entries()) {
    const key = part === '' ? String(branch.size) : part;
    if (index === path.length - 1) {
      branch.set(key, value);
      return;
    }
    const known = branch.get(key);
    const next: Branch = typeof known === 'object' ? known : new Map<string, Branch | string>();
    branch.set(key, next);
    branch = next;
  }
}

function valueOf(node: Branch | string): unknown {
  if (typeof node === 'string') return node;
  const entries = Array.from(node, ([key, child]) => [key, valueOf(child)] as const);
  return entries.every(([key], index) => key === String(index))
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries);
}
