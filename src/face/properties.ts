import type {PropertyDeclaration, PropertyDeclarations} from '@lit/reactive-element';
import {attributeOf, isOn} from '../checkout/shell/attributes.js';

/** How a flag is read: bare, `true`, and what the page sets. */
export const flag: PropertyDeclaration = {converter: isOn};
/** Read where it is set, which takes the same words. */
export const disabled: PropertyDeclaration = {
  type: Boolean,
  converter: (text: string | null) => text,
  reflect: true,
  // The face has its own, which a subclass of it must not lose to Lit's.
  noAccessor: true,
};
/** What no attribute can say. */
export const object: PropertyDeclaration = {attribute: false};

/**
 * Returns the properties of a table, each with its name in kebab case as attribute. How it is read is
 * made of its entry.
 */
export const propertiesOf = <Entry>(
  table: Readonly<Record<string, Entry>>,
  rowOf: (entry: Entry, name: string) => PropertyDeclaration | undefined,
): PropertyDeclarations =>
  Object.fromEntries(
    Object.entries(table).map(([name, entry]) => [
      name,
      {...rowOf(entry, name), attribute: attributeOf(name)},
    ]),
  );
