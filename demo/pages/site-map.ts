import {html, raw} from 'hono/html';
import {LANGUAGES} from '../../src/wire/languages.js';
import {ownName} from '../gallery/knobs.js';
import {FAULT_TITLES} from '../situations/fault-titles.js';
import {SITUATION_GROUPS, SITUATIONS} from '../situations/situations.js';
import type {Markup} from './markup.js';

interface Link {
  path: string;
  title: string;
  line?: string;
  /** Of the title, where it is not English. */
  lang?: string;
}

const GALLERY: Link = {
  path: '/gallery',
  title: 'Gallery',
  line: 'Each state of the button, in each look and language.',
};
const SUBSCRIPTION: Link = {
  path: '/subscription',
  title: 'A subscription, by UPI Autopay',
  line: 'Approved once in a UPI app, and charged each month.',
};
/** Only where a sandbox plays the devices. */
const TILL: Link = {
  path: '/till',
  title: 'A till, with a POS device',
  line: 'Ring up, send it to the device, and tap the card yourself.',
};

/** The address of a situation in a language of the checkout. */
const inLanguage = (word: string): string => `/without-label?language=${word}`;

/** The address of a situation with a fault of the sandbox. */
const withFault = (name: string): string => `/server-order?fault=${name}`;

interface SiteMapParts {
  /** The sandbox's page script, where there is one: then its devices and faults can be tried. */
  scriptUrl: string | undefined;
  /** Address of the page that is open, from its path on. */
  current: string | undefined;
  /** Whether each situation has a line that says what is behind it. */
  hasLines: boolean;
}

/** Links to all pages, by what they are about. */
export const siteMap = ({scriptUrl, current, hasLines}: SiteMapParts): Markup =>
  html`<nav aria-label="Demo pages">
    ${groupsOf(scriptUrl !== undefined).map(([heading, pages]) => {
      const isList = hasLines && pages.some(({line}) => line);
      return html`<h2>${heading}</h2>
        <ul class="${isList ? 'with-lines' : ''}">
          ${pages.map((page) => item(page, isList, page.path === current))}
        </ul>`;
    })}
  </nav>`;

function groupsOf(hasSandbox: boolean): [heading: string, pages: Link[]][] {
  const groups: [string, Link[]][] = [
    ['More to look at', [GALLERY, SUBSCRIPTION, ...(hasSandbox ? [TILL] : [])]],
  ];
  for (const [name, heading] of Object.entries(SITUATION_GROUPS))
    groups.push([heading, SITUATIONS.filter(({group}) => group === name)]);
  const others = Object.entries(LANGUAGES).filter(([, lang]) => lang !== 'en');
  groups.push([
    'In another language',
    others.map(([word, lang]) => ({path: inLanguage(word), title: ownName(lang), lang})),
  ]);
  if (hasSandbox)
    groups.push([
      'With a fault of the sandbox',
      Object.entries(FAULT_TITLES).map(([name, title]) => ({path: withFault(name), title})),
    ]);
  return groups;
}

const item = ({path, title, line, lang}: Link, hasLine: boolean, isCurrent: boolean): Markup =>
  html`<li>
    <a
      href="${path}"
      aria-current="${isCurrent ? 'page' : 'false'}"
      ${lang ? raw(`lang="${lang}" hreflang="${lang}"`) : ''}
      >${title}</a
    >${hasLine && line ? html` <span>${line}</span>` : ''}
  </li>`;
