import {tagOf} from './tag-of.js';

/** What stands in no label of a button, and is the rest of the page where its tag was not closed. */
const REST = [
  ...[
    'main',
    'header',
    'footer',
    'nav',
    'section',
    'article',
    'aside',
    'form',
    'fieldset',
    'table',
  ],
  ...['h1', 'h2', 'h3', 'p', 'ul', 'ol', 'script', 'style', 'rzp-magic-button', 'rzp-pos-button'],
];

/** Returns the first thing in an element that belongs behind it. */
export function swallowed(element: Element): string | undefined {
  const rest = element.querySelector(`:scope > :is(${REST.join()}):not([slot])`);
  return rest ? tagOf(rest) : undefined;
}
