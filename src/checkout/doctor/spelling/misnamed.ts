import {attributeOf} from '../../shell/attributes.js';

/** The class of an element, with all that can be set on it. */
interface ElementClass {
  readonly elementProperties: ReadonlyMap<string, unknown>;
}

/**
 * Says which properties of an element are set by the name of an attribute, which nobody reads, as Vue
 * does for `:order-data.prop`, and what to set.
 */
export function misnamed(element: Element): string[] {
  const {elementProperties} = element.constructor as unknown as ElementClass;
  const set = Object.keys(element);
  return [...elementProperties.keys()]
    .map((meant) => ({meant, written: attributeOf(meant)}))
    .filter(({meant, written}) => meant !== written && set.includes(written))
    .map(
      ({meant, written}) =>
        `${written} is no property of <${element.localName}>, and does nothing. Set ${meant} (Vue: :${meant}.prop="…").`,
    );
}
