import {expect, test} from '@playwright/test';
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {headings} from '../tools/reference/tidy.js';

const pages = [
  'README.md',
  'src/README.md',
  ...['demo/docs', '.github'].flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).map((file) => join(folder, file))
      : [],
  ),
].filter((file) => file.endsWith('.md') && existsSync(file));

for (const page of pages)
  test(`the links of ${page} lead somewhere`, () => {
    expect(links(page).filter((link) => !leads(page, link))).toEqual([]);
  });

for (const page of pages.filter((file) => /^(src|\.github)\//.test(file)))
  test(`the files that ${page} names are there`, () => {
    const named = [
      ...readFileSync(page, 'utf8').matchAll(/`((?:src|test|demo|\.github|\.ci)\/[\w./-]*)`/g),
    ];
    expect(named.map(([, path]) => path!).filter((path) => !existsSync(path))).toEqual([]);
  });

test('every room of the source has its line on the map', () => {
  const map = readFileSync('src/README.md', 'utf8');
  const rooms = readdirSync('src', {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({parentPath, name}) => join(parentPath, name).replace(/^src\//, ''));
  expect(rooms.filter((room) => !map.includes(`| [${room}](${room}) `))).toEqual([]);
});

interface Link {
  readonly text: string;
  readonly target: string;
}

/** The links to files of ours, and to places in them. */
const links = (page: string): Link[] =>
  [
    ...readFileSync(page, 'utf8')
      .replace(/^( *)```.*?^\1```/gms, '')
      .matchAll(/\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^)\s]+)\)/g),
  ]
    .map(([, text, target]) => ({text: text!.replace(/[`\\]/g, ''), target: target!}))
    .filter(({target}) => !/^(https?|mailto):/.test(target));

function leads(page: string, {text, target}: Link): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path ? join(dirname(page), path) : page;
  if (!existsSync(file)) return false;
  if (anchor === undefined) return true;
  if (statSync(file).isDirectory()) return false;
  const source = readFileSync(file, 'utf8');
  if (source.includes(`<a id="${anchor}"></a>`)) return true;
  const heading = headings(source).find((known) => known.anchor === anchor);
  // A name in the reference that occurs twice: the link is to the one that is meant.
  const isName = file.startsWith('demo/docs/reference/') && /^\w+$/.test(text);
  return heading !== undefined && (!isName || !/-\d+$/.test(anchor) || heading.text === text);
}
