/** The tags in the JSX of Preact: `import type {} from 'rzp-magic-button/types/preact.js'`. */
import type {HTMLAttributes} from 'preact';
import type {Listeners, Tags} from './tags.js';

type Props<Tag extends Tags[keyof Tags]> = Omit<
  HTMLAttributes<Tag['element']>,
  keyof Tag['attributes']
> &
  Tag['attributes'] &
  Tag['objects'] &
  Listeners<Tag['events'], 'on'>;

type TagProps = {[Name in keyof Tags]: Props<Tags[Name]>};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends TagProps {}
  }
}
