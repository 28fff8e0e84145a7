// How TypeDoc and its Markdown plugin lay out the reference.
import {Comment, CommentTag, Converter, ReflectionKind} from 'typedoc';
import {MarkdownTheme, MarkdownThemeContext, ModuleRouter} from 'typedoc-plugin-markdown';
import {optionRows} from '../attribute-tables.js';
import {ENTRIES} from './entries.js';

/** Registers the router and the theme, and leaves out what is told elsewhere. */
export function layout(app) {
  app.renderer.defineRouter('entries', EntryRouter);
  app.renderer.defineTheme('entries', EntryTheme);
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({project}) => {
    for (const module of project.children ?? []) {
      const entry = ENTRIES.find(({source}) => source === `src/${module.name}.ts`);
      if (entry) module.name = entry.name;
    }
    for (const reflection of project.getReflectionsByKind(ReflectionKind.All)) {
      if (isPlumbing(reflection)) project.removeReflection(reflection);
      if (TAGS.has(reflection.name) && reflection.kindOf(ReflectionKind.Class)) asOne(reflection);
      if (reflection.parent?.name === 'CheckoutOptions') reflection.comment ??= said(reflection);
      // Whether a type is written as an interface or as an alias says nothing to its reader.
      if (reflection.kindOf([ReflectionKind.Interface, ReflectionKind.TypeAlias])) {
        reflection.comment ??= new Comment();
        reflection.comment.blockTags.push(
          new CommentTag('@group', [{kind: 'text', text: 'Types'}]),
        );
      }
    }
  });
}

/** What the table of options says of a property that is made from it. */
function said({name}) {
  const {sentence} = optionRows().find((row) => row.name === name) ?? {};
  return sentence && new Comment([{kind: 'text', text: sentence}]);
}

/** The classes of the tags. */
const TAGS = new Set(['RzpMagicButton', 'RzpPosButton']);

/** Tells of the class of a tag without the one that both extend, of which merchants need not know. */
function asOne(tag) {
  // That the class answers to its own modules is nobody else's business.
  delete tag.implementedTypes;
  const base = tag.extendedTypes.find(({name}) => name === 'FaceButton');
  const state = tag.getChildByName(['state']).getSignature;
  // The words of the state stand in the place of the type parameter.
  [state.type] = base.typeArguments;
  base.typeArguments = undefined;
  base.name = 'ReactiveElement';
}

/** What the class of a tag owes to its base class and to the browser. */
const PLUMBING = new Set([
  'addEventListener',
  'attributeChangedCallback',
  'connectedCallback',
  'constructor',
  'disconnectedCallback',
  'formAssociated',
  'properties',
  'shadowRootOptions',
  'styles',
]);

/** Whether a member is told elsewhere: what `Error` and the base class of the tag have. */
const isPlumbing = ({name, parent, inheritedFrom, type}) =>
  Boolean(inheritedFrom) ||
  (TAGS.has(parent?.name) && PLUMBING.has(name)) ||
  // The schema of a type with the same name: the entry exports the type alone.
  /^ZodMini/.test(type?.name);

/** One page an entry, named for it. */
class EntryRouter extends ModuleRouter {
  getIdealBaseName(reflection) {
    const entry = ENTRIES.find(({name}) => name === reflection.name);
    return entry && reflection.kindOf(ReflectionKind.Module)
      ? entry.page
      : super.getIdealBaseName(reflection);
  }
}

class EntryTheme extends MarkdownTheme {
  getRenderContext(page) {
    const context = new MarkdownThemeContext(this, page, this.application.options);
    // That a field takes the place of the base class's is of no use to the reader.
    context.partials.inheritance = () => '';
    return context;
  }
}
