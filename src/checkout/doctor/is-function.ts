/** Whether a name is that of a function and not that of a tag. */
export const isFunction = (name: string): boolean => name.endsWith('()');
