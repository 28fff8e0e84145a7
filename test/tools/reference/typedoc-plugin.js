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
      // That the class answers to its own modules is nobody else's business.
      if (reflection.name === 'RzpMagicButton') delete reflection.implementedTypes;
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

/** What the class of the tag owes to its base class and to the browser. */
const PLUMBING = new Set([
  'addEventListener',
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
  (parent?.name === 'RzpMagicButton' && PLUMBING.has(name)) ||
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
