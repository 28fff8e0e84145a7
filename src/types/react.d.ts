/** The tags in the JSX of React 18 and newer: `import type {} from 'rzp-magic-button/types/react.js'`. */
import type * as React from 'react';
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {Listeners, Tags} from './tags.js';

/** React 18 sets no property of a custom element and hears none of its events. */
type KnowsElements = typeof React extends {use: unknown} ? true : false;

type Props<Tag extends Tags[keyof Tags]> = DetailedHTMLProps<
  Omit<HTMLAttributes<Tag['element']>, keyof Tag['attributes']>,
  Tag['element']
> &
  Tag['attributes'] & {class?: string | undefined} & (KnowsElements extends true
    ? Tag['objects'] & Listeners<Tag['events'], 'on'>
    : unknown);

type TagProps = {[Name in keyof Tags]: Props<Tags[Name]>};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends TagProps {}
  }
}
