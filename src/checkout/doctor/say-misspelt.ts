import type {Finding} from './report.js';
import type {Misspelt} from './spelling/misspelt.js';

/** Says which attribute, or which option of a function, nobody reads, and what to write. */
export const sayMisspelt = (tag: string, {written, meant}: Misspelt): Finding =>
  isFunction(tag)
    ? {what: `${written} is no option of ${tag}, and does nothing.`, fix: `Write ${meant}: ….`}
    : {
        what: `${written} is no attribute of <${tag}>, and does nothing.`,
        fix: `Write ${meant}="…".`,
      };

/** Whether a name is that of a function and not that of a tag. */
export const isFunction = (name: string): boolean => name.endsWith('()');
