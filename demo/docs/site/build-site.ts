import {render} from '@lit-labs/ssr';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import MiniSearch from 'minisearch';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, normalize, relative} from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {LANGUAGES} from '../../../src/wire/languages.js';
import {attributesPage, ATTRIBUTES_SECTIONS} from './attributes-page.js';
import {eventsPage, EVENTS_SECTIONS} from './events-page.js';
import {homePage} from './home-page.js';
import {layout, MARK, type NavGroup, type Page} from './layout.js';
import {Places} from './links.js';
import {readTags} from './manifest.js';
import {renderMarkdown, rowsOf, sectionsOf, type Resolve, type Section} from './markdown.js';
import {playgroundPage} from './playground-page.js';
import {Readme} from './readme.js';
import {SEARCH_FIELDS} from './search-fields.js';
import {llmsText, withLinks} from './texts.js';
import {otherTopics, topicsOf, type Group, type Topic} from './topics.js';

/** The README's sections for who begins. */
const START_SECTIONS = [
  'Your page',
  'Your server',
  'A shop in one file',
  'What happens on a click',
  'At the counter',
];

export interface SiteSettings {
  /** Folder of the package, which was built. */
  root: string;
  /** Where the site goes. What was there before goes away. */
  out: string;
}

/** Writes the site: pages, what they load, the index of the search, and each page as text. */
export function buildSite({root, out}: SiteSettings): void {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const readme = new Readme(read('README.md'));
  const tags = readTags(root);
  const [button] = tags;
  if (!button) throw new Error('dist/custom-elements.json has no tag: run `npm run build`.');
  const groups = topicsOf(root);
  const others = otherTopics(root);
  const topics = [...groups.flatMap(({topics}) => topics), ...others];
  const textOf = (topic: Topic) =>
    topic.source.endsWith('.md') ? read(topic.source) : fileText(topic, read(topic.source), others);
  const places = placesOf(readme, topics);
  const fromReadme = (path: string) => places.resolverOf('README.md', path);

  const start = renderMarkdown(startText(readme), fromReadme('start'));
  const navigation = navigationOf(groups);
  const pages: Page[] = [
    {
      path: 'index',
      title: readme.claim.title,
      about: readme.claim.line,
      headings: [],
      isFront: true,
      scripts: ['live'],
      body: homePage(readme, groups, factsOf(root), fromReadme('index')),
    },
    {
      path: 'start',
      title: 'Get started',
      about: readme.claim.line,
      headings: start.headings,
      body: unsafeHTML(start.html),
      text: 'start.md',
    },
    {
      path: 'playground',
      title: 'Playground',
      about: 'Configure the button, see it, copy the tag.',
      headings: [],
      scripts: ['playground'],
      body: playgroundPage(button, Object.values(LANGUAGES)),
    },
    {
      path: 'attributes',
      title: 'Attributes',
      about: 'Each attribute of both tags.',
      ...attributesPage(readme, tags, fromReadme('attributes')),
      text: 'attributes.md',
    },
    {
      path: 'events',
      title: 'States, events, errors',
      about: 'What a page is told, live.',
      ...eventsPage(readme, tags, fromReadme('events')),
      scripts: ['live'],
      text: 'events.md',
    },
    ...topics.map((topic) =>
      pageOf(topic, textOf(topic), places.resolverOf(topic.source, topic.path)),
    ),
  ];

  rmSync(out, {recursive: true, force: true});
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(out, file)), {recursive: true});
    writeFileSync(join(out, file), text);
  };
  for (const page of pages)
    write(`${page.path}.html`, collectResultSync(render(layout(page, navigation))));
  const texts = textsOf(readme, groups, topics, textOf, places);
  for (const [file, text] of texts) write(file, text);
  write('llms-full.txt', [...texts.values()].slice(1).join('\n\n'));
  write('assets/icon.svg', MARK);
  // Who shows the site beside a shop answers this with its addresses.
  write('live.json', 'null');
  write('assets/search.json', searchIndex(readme, groups, read));
  cpSync(join(root, 'demo/docs/site/site.css'), join(out, 'assets/site.css'));
  cpSync(join(root, 'dist/demo/site'), join(out, 'assets'), {recursive: true});
  cpSync(join(root, 'demo/docs/shop.webp'), join(out, 'shop.webp'));
  cpSync(join(root, 'dist/cdn'), join(out, 'cdn'), {
    recursive: true,
    filter: (file) => !file.endsWith('.map'),
  });
  if (places.dead.length) throw new Error(`Links that lead nowhere:\n${places.dead.join('\n')}`);
}

/**
 * The texts that are in the package, for a file in its `dist`: the README, and the types and the manifest,
 * of which the reference is made. The guides and the reference as pages are too large to be installed
 * with every button.
 */
export function packedList(root: string): string {
  const readme = new Readme(readFileSync(join(root, 'README.md'), 'utf8'));
  const begin = {path: '', title: 'README', about: '', source: 'README.md'};
  const told = packedSources(root);
  const groups = topicsOf(root).map(({title, topics}) => ({title, topics: topics.filter(told)}));
  return llmsText(
    {
      claim: readme.sentence,
      promises: readme.promises,
      groups: [
        {title: 'The whole in one text', topics: [begin]},
        ...groups.filter(({topics}) => topics.length),
      ],
    },
    (topic) => relative('dist', told(topic) ?? topic.source),
  );
}

/** Which file of the package tells what a page of the reference does. */
function packedSources(root: string): (topic: Topic) => string | undefined {
  const {exports, customElements} = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as {exports: Record<string, string | {types: string}>; customElements: string};
  const types = new Map(
    Object.entries(exports).flatMap(([entry, target]) =>
      typeof target === 'string'
        ? []
        : [[join('rzp-magic-button', entry), normalize(target.types)]],
    ),
  );
  return ({title}) => (/^<rzp-[\w-]+>$/.test(title) ? customElements : types.get(title));
}

const readmeText = (readme: Readme, title: string, sections: readonly string[]) =>
  `# ${title}\n\n${sections.map((name) => readme.section(name)).join('\n')}`;

const startText = (readme: Readme) =>
  `# Get started\n\n${readme.beginning}${START_SECTIONS.map((name) => readme.section(name)).join('\n')}`;

function placesOf(readme: Readme, topics: readonly Topic[]): Places {
  const places = new Places();
  for (const {source, path} of topics) places.addPage(source, path);
  for (const [path, sections] of Object.entries({
    start: START_SECTIONS,
    attributes: ATTRIBUTES_SECTIONS,
    events: EVENTS_SECTIONS,
  }))
    for (const {id} of sections.flatMap((name) => sectionsOf(readme.section(name))))
      places.addReadmePlace(id, path);
  places.addPage('demo/docs/README.md', 'index');
  places.addPage('LICENSE', 'index');
  return places;
}

/** What is made of the README stands with the guides of its kind. */
function navigationOf(groups: readonly Group[]): NavGroup[] {
  const made: Record<string, NavGroup['entries']> = {
    Start: [
      {path: 'start', title: 'Get started'},
      {path: 'playground', title: 'Playground'},
    ],
    'The page': [
      {path: 'attributes', title: 'Attributes'},
      {path: 'events', title: 'States, events, errors'},
    ],
  };
  return groups.map(({title, topics}) => ({title, entries: [...(made[title] ?? []), ...topics]}));
}

function pageOf({path, title, about}: Topic, text: string, resolve: Resolve): Page {
  const {html, headings} = renderMarkdown(text, resolve);
  return {path, title, about: about || title, headings, body: unsafeHTML(html), text: `${path}.md`};
}

/** A file of an example as a text: what it holds, and what else the example has. */
function fileText({title, source}: Topic, text: string, others: readonly Topic[]): string {
  const [, language = ''] = /\.(\w+)$/.exec(source) ?? [];
  const folder = exampleOf(source);
  const beside = others.filter(
    (other) => other.source !== source && exampleOf(other.source) === folder,
  );
  const list = beside.map(
    (other) => `- [${other.title}](${relative(dirname(source), other.source)})`,
  );
  const more = list.length ? `\n\n## Beside it\n\n${list.join('\n')}` : '';
  return `# ${title}\n\n\`\`\`${language}\n${text.trimEnd()}\n\`\`\`${more}\n`;
}

/** The folder of the whole example that a file is of: `demo/frameworks/react`. */
const exampleOf = (source: string) => source.split('/').slice(0, 3).join('/');

/** The chunks that come when somebody is about to press for the first time, and one of words. */
const PRESS_CHUNKS = ['press', 'speech', 'notice', 'behind'];

/** What a page view loads, and what the first press adds to it, in the language that has most to say. */
function factsOf(root: string) {
  const folder = join(root, 'dist/cdn');
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const bytes = (file: string) => brotliCompressSync(readFileSync(join(folder, file))).length;
  const chunk = (name: string) => {
    const file = files.find((file) => file.startsWith(`${name}-`));
    if (file === undefined) throw new Error(`dist/cdn has no chunk "${name}".`);
    return bytes(file);
  };
  const words = files.filter((file) => file.startsWith('words_')).map(bytes);
  return {
    shellBytes: bytes('rzp-magic-button.js'),
    pressBytes: PRESS_CHUNKS.map(chunk).reduce((sum, size) => sum + size, Math.max(...words)),
    languages: Object.keys(LANGUAGES).length,
  };
}

/** Each page as the text that it was made of, and the list of them. */
function textsOf(
  readme: Readme,
  groups: readonly Group[],
  topics: readonly Topic[],
  textOf: (topic: Topic) => string,
  places: Places,
): Map<string, string> {
  const made = {
    start: startText(readme),
    attributes: readmeText(readme, 'Attributes', ATTRIBUTES_SECTIONS),
    events: readmeText(readme, 'States, events, errors', EVENTS_SECTIONS),
  };
  const listed: Group = {
    title: 'The README',
    topics: [
      {path: 'start', title: 'Get started', about: '', source: 'README.md'},
      {path: 'attributes', title: 'Attributes', about: '', source: 'README.md'},
      {path: 'events', title: 'States, events, errors', about: '', source: 'README.md'},
    ],
  };
  const texts = new Map([
    [
      'llms.txt',
      llmsText(
        {claim: readme.sentence, promises: readme.promises, groups: [listed, ...groups]},
        ({path}) => `${path}.md`,
      ),
    ],
  ]);
  for (const [path, text] of Object.entries(made))
    texts.set(`${path}.md`, withLinks(text, places.resolverOf('README.md', path, 'md')));
  for (const topic of topics) {
    const {source, path} = topic;
    texts.set(`${path}.md`, withLinks(textOf(topic), places.resolverOf(source, path, 'md')));
  }
  return texts;
}

/** Headings of the reference that say nothing without the one above them. */
const NAMELESS =
  /^(Parameters|Returns|Properties|Methods|Constructors?|Example|See|Deprecated|Extends|Throws|Type Parameters|Accessors|(Get|Set|Call) Signature|Variables|Functions|Classes|Types|Interfaces)$/;

/** The error codes, each a row with a place of its own. */
const CODES = 'reference/error-codes';

/** Of each place in a page its heading and, but for the reference, what stands below it. */
function searchIndex(
  readme: Readme,
  groups: readonly Group[],
  read: (file: string) => string,
): string {
  const index = new MiniSearch(SEARCH_FIELDS);
  let id = 0;
  const add = (
    path: string,
    page: string,
    markdown: string,
    {length, isReference = false}: {length: number; isReference?: boolean},
  ) => {
    let named = page;
    for (const {id: place, heading, text} of sectionsOf(markdown)) {
      const isNameless = isReference && NAMELESS.test(heading);
      if (heading && !isNameless) named = heading;
      if (isNameless && !text) continue;
      index.add({
        id: id++,
        href: `${path}.html${place && `#${place}`}`,
        page,
        heading: named,
        text: text.slice(0, length),
        isReference,
        isRow: false,
      });
    }
  };
  const addRows = (path: string, page: string, rows: readonly Section[]) => {
    for (const {id: place, heading, text} of rows)
      index.add({
        id: id++,
        href: `${path}.html#${place}`,
        page,
        heading,
        text,
        isReference: false,
        isRow: true,
      });
  };
  const begin = {
    start: ['Get started', startText(readme), 2_000],
    attributes: ['Attributes', readmeText(readme, 'Attributes', ATTRIBUTES_SECTIONS), 9_000],
    events: ['States, events, errors', readmeText(readme, 'Events', EVENTS_SECTIONS), 3_000],
  } as const;
  for (const [path, [title, text, length]] of Object.entries(begin))
    add(path, title, text, {length});
  addRows('attributes', 'Attributes', rowsOf(begin.attributes[1]));
  for (const {title, topics} of groups)
    for (const topic of topics)
      add(
        topic.path,
        topic.title,
        read(topic.source),
        title === 'Reference' ? {length: 160, isReference: true} : {length: 2_000},
      );
  const codes = groups.flatMap(({topics}) => topics).find(({path}) => path === CODES);
  if (codes) addRows(CODES, codes.title, rowsOf(read(codes.source)));
  return JSON.stringify(index);
}
