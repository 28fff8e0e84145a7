import {unsafeCSS} from '@lit/reactive-element';

/**
 * Marks a style sheet that is one text, for tools and for `static styles`. Lit's own tag also takes
 * texts apart and checks them, with code that every page view would load.
 */
export const css = ([text]: TemplateStringsArray) => unsafeCSS(text);
