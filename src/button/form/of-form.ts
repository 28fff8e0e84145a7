/**
 * Returns what the browser gives a form. A form has its fields for properties, of whatever name: with
 * `<input name="elements">` in it, `form.elements` is that field.
 */
export const ofForm = <Name extends keyof HTMLFormElement>(
  form: HTMLFormElement,
  name: Name,
): HTMLFormElement[Name] => {
  const value: unknown = Reflect.get(HTMLFormElement.prototype, name, form);
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- to TypeScript it is unknown
  return (typeof value === 'function' ? value.bind(form) : value) as HTMLFormElement[Name];
};
