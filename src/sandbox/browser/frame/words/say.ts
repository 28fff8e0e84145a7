import type {State} from '../state/state.js';
import type {Words} from './en.js';
import {wordsIn} from './languages.js';

/** The words of the checkout's language. */
export const wordsOf = ({settings}: State): Words => wordsIn(settings?.language ?? 'en');

/** Fills in `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
