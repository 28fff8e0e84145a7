import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';

/** A page that is one text of the repository. */
export interface Topic {
  /** Where it is on the site, without `.html`. */
  readonly path: string;
  readonly title: string;
  /** What it is about, in a sentence; empty where the title says it. */
  readonly about: string;
  /** The file that it is the text of, from the root of the repository. */
  readonly source: string;
}

export interface Group {
  readonly title: string;
  readonly topics: readonly Topic[];
}

const GUIDES = 'demo/docs';

/** The guides of a group by their files, in the order in which they are read. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Start: ['install', 'frameworks'],
  'The page': ['button'],
  'The server': ['server', 'shipping-and-promotions', 'webhooks', 'wire'],
  'More ways to sell': ['subscriptions', 'till'],
  'Test and go live': ['sandbox', 'go-live'],
  Recipes: ['recipe-next', 'recipes', 'recipe-static-site', 'recipe-wordpress', 'recipe-csp'],
};

/** Which group takes guides that no group names. */
const OTHERS = 'The server';

/** Files that guides lead to: each is a page too. */
const SHOWN = ['demo/recipes', 'demo/frameworks'];

const PROJECT: readonly Topic[] = [
  {path: 'changelog', title: 'Changes', about: '', source: '.github/CHANGELOG.md'},
  {path: 'security', title: 'Security', about: '', source: '.github/SECURITY.md'},
];

/** All texts of the repository that the site shows, in the order of its navigation. */
export function topicsOf(root: string): Group[] {
  const rows = tableRows(readFileSync(join(root, GUIDES, 'README.md'), 'utf8'));
  const files = readdirSync(join(root, GUIDES)).filter((file) => file.endsWith('.md'));
  const guide = (name: string): Topic => ({
    path: name,
    title: titleOf(root, `${GUIDES}/${name}.md`),
    about: rows.get(`${name}.md`) ?? '',
    source: `${GUIDES}/${name}.md`,
  });
  const named = new Set(Object.values(GROUPS).flat());
  const others = [...new Set([...rows.keys(), ...files])]
    .filter((file) => files.includes(file) && file !== 'README.md')
    .map((file) => file.replace(/\.md$/, ''))
    .filter((name) => !named.has(name));
  const groups = Object.entries(GROUPS).map(([title, names]) => ({
    title,
    topics: [...names, ...(title === OTHERS ? others : [])]
      .filter((name) => existsSync(join(root, GUIDES, `${name}.md`)))
      .map(guide),
  }));
  return [...groups, {title: 'Reference', topics: referenceOf(root)}];
}

/** Pages that no navigation names: guides lead to them. */
export function otherTopics(root: string): Topic[] {
  const files = SHOWN.flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => relative(root, join(parentPath, name))),
  );
  const shown = files.map((source) => ({
    path: source.replace(/^demo\//, '').replace(/[^\w/]+/g, '-'),
    title: source.replace(/^demo\/\w+\//, ''),
    about: '',
    source,
  }));
  return [...shown, ...PROJECT];
}

/** The index first, then the pages in its order, and those that it does not name. */
function referenceOf(root: string): Topic[] {
  const folder = `${GUIDES}/reference`;
  const index = readFileSync(join(root, folder, 'README.md'), 'utf8');
  const rows = tableRows(index);
  const files = readdirSync(join(root, folder)).filter((file) => file !== 'README.md');
  const topic = (file: string): Topic => ({
    path: `reference/${file === 'README.md' ? 'index' : file.replace(/\.md$/, '')}`,
    title: file === 'README.md' ? 'All entries' : titleOf(root, `${folder}/${file}`),
    about: rows.get(file) ?? '',
    source: `${folder}/${file}`,
  });
  const linked = [...index.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, file = '']) => file);
  return ['README.md', ...new Set([...linked, ...files])]
    .filter((file) => existsSync(join(root, folder, file)))
    .map(topic);
}

/** What a table of links says of each page. */
const tableRows = (markdown: string): Map<string, string> =>
  new Map(
    [...markdown.matchAll(/^\| \[[^\]]+\]\(([^)#]+)\)\s*\|(.*)\|$/gm)].map(
      ([, file = '', about = '']) => [file, about.trim()],
    ),
  );

function titleOf(root: string, file: string): string {
  const [, title = file] = /^# (.+)$/m.exec(readFileSync(join(root, file), 'utf8')) ?? [];
  return title.replaceAll('`', '');
}
