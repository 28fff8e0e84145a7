// The API reference, made from the docstrings: `npm run docs:reference` writes demo/docs/reference/
// and the README's tables.
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import * as prettier from 'prettier';
import {Application} from 'typedoc';
import {ENTRIES} from './entries.js';
import {errorCodesPage, withErrorCodes} from './error-codes-page.js';
import {documentedExports} from './exports.js';
import {withAttributeTables} from '../attribute-tables.js';
import {sandboxPage} from './sandbox-page.js';
import {tagPage} from './tag-page.js';
import {tidy} from './tidy.js';
import {layout} from './typedoc-plugin.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the pages are kept. */
export const REFERENCE = 'demo/docs/reference';

/** Tags of the tag's class that editors read; they are shown on the tag's own page. */
const TAG_PAGE_TAGS = ['@element', '@slot', '@csspart', '@cssprop', '@cssstate', '@fires'];

const DOCSTRING_TAGS = [
  ...['@deprecated', '@example', '@param', '@returns', '@see', '@throws', '@typeParam'],
  ...['@group', ...TAG_PAGE_TAGS],
];

const OPTIONS = {
  plugin: ['typedoc-plugin-markdown', layout],
  entryPoints: ENTRIES.map(({source}) => join(root, source)),
  tsconfig: join(root, 'test/tools/tsconfig/types.json'),
  name: 'API reference',
  readme: 'none',
  router: 'entries',
  theme: 'entries',
  // They are checked as part of `npm run check`.
  skipErrorChecking: true,
  validation: {notExported: true, invalidLink: true},
  // Told in words at the `test` that has them, or by its name.
  intentionallyNotExported: ['TestFixtures', 'WorkerFixtures', 'Awaitable'],
  logLevel: 'Warn',
  // Neither this machine nor the address of a repository stands in the pages.
  disableSources: true,
  disableGit: true,
  excludeInternal: true,
  excludeExternals: true,
  excludePrivate: true,
  excludeProtected: true,
  blockTags: DOCSTRING_TAGS,
  excludeTags: TAG_PAGE_TAGS,
  groupOrder: ['Functions', 'Classes', 'Variables', 'Types', '*'],
  sort: ['alphabetical'],
  hideBreadcrumbs: true,
  hidePageHeader: true,
  hidePageTitle: true,
  useCodeBlocks: true,
  expandParameters: true,
  blockTagsPreserveOrder: ['@example', '@throws', '@see'],
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  tableColumnSettings: {
    hideDefaults: true,
    hideInherited: true,
    hideModifiers: true,
    hideOverrides: true,
    hideSources: true,
    leftAlignHeaders: true,
  },
};

/** The pages of the reference by file name, and the exports that they are of. */
export async function generateReference() {
  const app = await Application.bootstrapWithPlugins(OPTIONS);
  const project = await app.convert();
  if (!project) throw new Error('The sources do not compile: run `npm run check`.');
  app.validate(project);
  if (app.logger.hasWarnings()) throw new Error('The docstrings have mistakes, named above.');

  const pages = new Map([
    ['README.md', indexPage()],
    ['tag.md', await tagPage('rzp-magic-button')],
    ['pos-tag.md', await tagPage('rzp-pos-button')],
    ['error-codes.md', errorCodesPage()],
    ['sandbox-rest-api.md', await sandboxPage()],
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'reference-'));
  try {
    app.options.setValue('outputs', [{name: 'markdown', path: folder}]);
    await app.generateOutputs(project);
    for (const entry of ENTRIES) {
      const page = `${entry.page}.md`;
      pages.set(page, tidy(readFileSync(join(folder, page), 'utf8'), entry));
    }
    const lost = readdirSync(folder).filter((file) => file.endsWith('.md') && !pages.has(file));
    if (lost.length)
      throw new Error(`No page of the reference was expected at ${lost.join(', ')}.`);
  } finally {
    rmSync(folder, {recursive: true});
  }
  for (const [file, text] of pages) pages.set(file, await formatted(text));
  return {pages, exports: documentedExports(project)};
}

/** The README with the tables that are made from the source. */
export const withTables = (readme) => withAttributeTables(withErrorCodes(readme));

const indexPage = () => `# API reference

Made from the comments in the source. The guides are [next door](../README.md).

| page | what it is |
| --- | --- |
| [The tag](tag.md) | Attributes, properties, methods, events, parts and states of \`<rzp-magic-button>\`. |
| [The till's tag](pos-tag.md) | The same of \`<rzp-pos-button>\`. |
${ENTRIES.map(({name, page, about}) => `| [\`${name}\`](${page}.md) | ${about.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')} |`).join('\n')}
| [Error codes](error-codes.md) | Every code that the button, the server and Razorpay's client give. |
| [The sandbox's REST API](sandbox-rest-api.md) | What it imitates of Razorpay's, route by route and field by field. |
`;

const formatted = async (page) =>
  prettier.format(page, {
    ...(await prettier.resolveConfig(join(root, 'README.md'))),
    parser: 'markdown',
    // Wide tables as they are: padded to one width they are mostly white space.
    proseWrap: 'never',
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {pages} = await generateReference();
  const folder = join(root, REFERENCE);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  const readme = join(root, 'README.md');
  writeFileSync(readme, await withTables(readFileSync(readme, 'utf8')));
}
