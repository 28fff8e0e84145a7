import type {Finding} from './finding.js';
import type {Misspelt} from './spelling/misspelt.js';

/** Says which attribute nobody reads, and what to write. */
export const sayMisspelt = (tag: string, {written, meant}: Misspelt): Finding => ({
  what: `${written} is no attribute of <${tag}>, and does nothing.`,
  fix: `Write ${meant}="…".`,
});
