/** The tags in the JSX of Solid: `import type {} from 'rzp-magic-button/types/solid.js'`. */
import type {JSX} from 'solid-js';
import type {Listeners, Tags} from './tags.js';

/** Solid sets an element's property where the name is told to be one. */
type Set<Properties> = {
  [Name in keyof Properties & string as `prop:${Name}`]?: Properties[Name];
};

type Props<Tag extends Tags[keyof Tags]> = Omit<
  JSX.HTMLAttributes<Tag['element']>,
  keyof Tag['attributes']
> &
  Tag['attributes'] &
  Tag['objects'] &
  Set<Tag['properties']> &
  Listeners<Tag['events'], 'on:'>;

type TagProps = {[Name in keyof Tags]: Props<Tags[Name]>};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends TagProps {}
  }
}
