/** The tags in the templates of Vue: `import type {} from 'rzp-magic-button/types/vue.js'`. */
import type {HTMLAttributes, ReservedProps} from 'vue';
import type {Tags} from './tags.js';

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

/** What a template writes as `order-url` is the prop `orderUrl`. */
type Written<Attributes> = {
  [Name in keyof Attributes & string as Camel<Name>]?: Attributes[Name];
};

/** What a template hears as `@rzp-success` is the prop `onRzpSuccess`. */
type Listeners<Events> = {
  [Name in keyof Events & string as `on${Capitalize<Camel<Name>>}`]?:
    ((event: Events[Name]) => void) | undefined;
};

/** `data-order-sku` and its like. */
type Data = Record<`data${string}`, unknown>;

type Props<Tag extends Tags[keyof Tags]> = Omit<
  HTMLAttributes,
  keyof Written<Tag['attributes']> | keyof Tag['objects']
> &
  Omit<Written<Tag['attributes']>, keyof Tag['objects']> &
  Tag['objects'] &
  Listeners<Tag['events']> &
  Data &
  ReservedProps;

type TagComponents = {
  [Name in keyof Tags]: new () => Tags[Name]['element'] & {$props: Props<Tags[Name]>};
};

declare module 'vue' {
  interface GlobalComponents extends TagComponents {}
}
