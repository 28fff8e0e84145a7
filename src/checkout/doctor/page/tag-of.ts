/** Returns what a developer finds an element by: `<dialog id="cookies">`. */
export const tagOf = ({localName, id}: Element): string => `<${localName}${id && ` id="${id}"`}>`;
