import {eventNamed} from './misheard.js';
import {misspeltNames} from './misspelt-options.js';

/** The class of an element, with all that can be set on it. */
interface ElementClass {
  readonly elementProperties: ReadonlyMap<string, unknown>;
}

/** What frameworks and libraries keep on an element: `__vnode`, `$ref`, `jQuery37109`. */
const MARKS = /^[_$]|\d{3}/;

/**
 * Says which properties of an element are set that nobody reads, and what to set: by the name of an
 * attribute, as Vue does for `:order-data.prop`, misspelt, or a listener, which is no property.
 */
export function misnamed(element: Element, events: readonly string[]): string[] {
  const {elementProperties} = element.constructor as unknown as ElementClass;
  const names = [...elementProperties.keys()];
  const says = (written: string, todo: string) =>
    `${written} is no property of <${element.localName}>, and does nothing. ${todo}`;
  return Object.entries(element).flatMap(([written, value]: [string, unknown]) => {
    if (MARKS.test(written)) return [];
    if (typeof value === 'function' && /^on/i.test(written)) {
      const event = eventNamed(written, events);
      return event ? [says(written, `Listen: addEventListener("${event}", …).`)] : [];
    }
    return misspeltNames({[written]: value}, names).map(({meant}) =>
      says(written, `Set ${meant} (Vue: :${meant}.prop="…").`),
    );
  });
}
