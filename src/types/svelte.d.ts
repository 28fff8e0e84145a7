/** The tags in the markup of Svelte: `import type {} from 'rzp-magic-button/types/svelte.js'`. */
import type {HTMLAttributes} from 'svelte/elements';
import type {Listeners, Tags} from './tags.js';

type Props<Tag extends Tags[keyof Tags]> = Omit<
  HTMLAttributes<Tag['element']>,
  keyof Tag['attributes']
> &
  Tag['attributes'] &
  Tag['objects'] &
  Listeners<Tag['events'], 'on' | 'on:'>;

type TagProps = {[Name in keyof Tags]: Props<Tags[Name]>};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends TagProps {}
}
