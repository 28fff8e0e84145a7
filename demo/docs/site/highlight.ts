import type {HLJSApi, Language, LanguageFn, Mode} from 'highlight.js';
import hljs from 'highlight.js/lib/common';
import javascript from 'highlight.js/lib/languages/javascript';
import typescript from 'highlight.js/lib/languages/typescript';

const MARKUP = 'jsx-markup';

/** What is between braces is code, however many braces it has itself. */
const braced = (language: string): Mode => ({
  begin: /\{/,
  end: /\}/,
  excludeBegin: true,
  excludeEnd: true,
  subLanguage: language,
  contains: [{begin: /\{/, end: /\}/, skip: true, contains: ['self']}],
});

/** The tags of JSX: HTML, but for what is in braces, which the highlighter would take for text. */
const markup: LanguageFn = () => {
  const code = braced('typescript');
  return {
    name: MARKUP,
    disableAutodetect: true,
    contains: [
      {
        scope: 'tag',
        begin: /<\/?/,
        end: /\/?>/,
        contains: [
          {
            scope: 'name',
            begin: /[\w.:-]+/,
            starts: {
              endsWithParent: true,
              contains: [
                code,
                {scope: 'string', begin: /"/, end: /"/},
                {scope: 'attr', begin: /[\w:-]+/},
              ],
            },
          },
        ],
      },
      code,
    ],
  };
};

/** A language with JSX in it, whose tags are read by `markup`. */
const withJsx =
  (language: LanguageFn): LanguageFn =>
  (api: HLJSApi): Language => {
    const definition = language(api);
    const seen = new Set<Mode>();
    const visit = (mode: Mode) => {
      if (seen.has(mode)) return;
      seen.add(mode);
      // Beside it stand templates, which hold HTML.
      if (mode.variants?.some(({begin}) => begin === '<>')) mode.subLanguage = MARKUP;
      for (const part of mode.contains ?? []) if (typeof part === 'object') visit(part);
    };
    visit(definition);
    return definition;
  };

hljs.registerLanguage(MARKUP, markup);
hljs.registerLanguage('javascript', withJsx(javascript));
hljs.registerLanguage('typescript', withJsx(typescript));

export {hljs};
