import {hljs} from './highlight.js';
import {Marked, type Tokens} from 'marked';

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/** What stands below a heading, without marks: for the search. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
}

/** Gives the address of a link on the site, where the text has one between files. */
export type Resolve = (target: string) => string;

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** What a page of the site says, of the Markdown that it is made from. */
export function renderMarkdown(markdown: string, resolve: Resolve): Rendered {
  const anchors = new Anchors();
  const headings: Heading[] = [];
  const marked = new Marked({
    renderer: {
      heading({tokens, depth, text}) {
        const id = anchors.of(text);
        const inner = this.parser.parseInline(tokens);
        const said = plain(inner);
        headings.push({level: depth, text: said, id});
        if (depth === 1) return `<h1>${inner}</h1>`;
        return `<h${depth} id="${id}">${inner} <a class="anchor" href="#${id}" aria-label="Link to “${escape(said)}”">#</a></h${depth}>`;
      },
      code: ({text, lang}) => codeBlock(text, lang),
      link({href, tokens}) {
        const address = resolve(href);
        const rel = /^https?:/.test(address) ? ' rel="noreferrer"' : '';
        return `<a href="${escape(address)}"${rel}>${this.parser.parseInline(tokens)}</a>`;
      },
      table(table) {
        return tableOf(table, (tokens) => this.parser.parseInline(tokens));
      },
      listitem(item) {
        if (!item.task) return `<li>${this.parser.parse(item.tokens)}</li>`;
        const key = anchors.of(item.text);
        const said = this.parser.parse(item.tokens.filter(({type}) => type !== 'checkbox'));
        return `<li class="task"><label><input type="checkbox" data-task="${key}"> <span>${said.replace(/<\/?p>/g, '')}</span></label></li>`;
      },
      image: ({href, text}) => `<img src="${escape(resolve(href))}" alt="${escape(text)}">`,
    },
  });
  const html = marked.parse(markdown, {async: false});
  return {html, headings, sections: sectionsOf(markdown)};
}

/** The text below each heading. */
export function sectionsOf(markdown: string): Section[] {
  const anchors = new Anchors();
  const sections: {id: string; heading: string; text: string}[] = [];
  for (const part of withoutCode(markdown).split(/^(?=#{1,6} )/m)) {
    const [, marks = '', title = ''] = /^(#{1,6}) (.*)$/m.exec(part) ?? [];
    const id = title && anchors.of(title);
    const text = part.replace(/^#{1,6} .*$/m, '');
    sections.push({
      id: marks.length > 1 ? id : '',
      heading: plainText(title),
      text: plainText(text),
    });
  }
  return sections.filter(({heading, text}) => heading || text);
}

/** The rows of tables that have a place of their own, or begin with a name, and what stands in them. */
export const rowsOf = (markdown: string): Section[] =>
  [
    ...withoutCode(markdown).matchAll(/^\| (?:<a id="([^"]+)"><\/a>)?`([^`]+)`[^|]* \|(.*)\|$/gm),
  ].map(([, id, name = '', rest = '']) => ({
    id: id ?? name,
    heading: name,
    text: plainText(rest),
  }));

/** Comments in a script begin as headings do. */
const withoutCode = (markdown: string) => markdown.replace(/^( *)```.*?^\1```/gms, '');

const plainText = (markdown: string) =>
  markdown
    .replace(/<[^>]+>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
    .replace(/[`*]|^\|[ :|-]+\|$/gm, '')
    .replace(/[\s|]+/g, ' ')
    .trim();

/** The text of an element, as a reader has it. */
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: 'amp' | 'lt' | 'gt' | 'quot') => ENTITIES[name]);

const ENTITIES = {amp: '&', lt: '<', gt: '>', quot: '"'};

/** Names of places in a page, as GitHub gives them: links between files rely on them. */
class Anchors {
  readonly #taken = new Map<string, number>();

  of(heading: string): string {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const times = this.#taken.get(slug) ?? 0;
    this.#taken.set(slug, times + 1);
    return times ? `${slug}-${times}` : slug;
  }
}

/** Languages that are HTML with more in it. */
const MARKUP = new Set(['vue', 'svelte', 'astro']);

/** Code with its colours, which need no script of the page. */
export function codeBlock(text: string, info = ''): string {
  const [word = ''] = info.split(/\s/);
  const language = hljs.getLanguage(word) ? word : MARKUP.has(word) ? 'xml' : undefined;
  const inner = language ? hljs.highlight(text, {language}).value : escape(text);
  return `<figure class="code"${word ? ` data-language="${escape(word)}"` : ''}><pre tabindex="0" aria-label="Code"><code>${inner}</code></pre></figure>`;
}

/** A table of which a narrow screen stacks the cells, each below the name of its column. */
function tableOf(
  {header, rows}: Tokens.Table,
  inline: (tokens: Tokens.TableCell['tokens']) => string,
): string {
  const names = header.map(({text}) => text);
  const hasHead = names.some(Boolean);
  // A column without a name has no heading.
  const head = header
    .map(({text, tokens}) => (text ? `<th scope="col">${inline(tokens)}</th>` : '<td></td>'))
    .join('');
  const body = rows.map((cells) => {
    const inner = cells.map(({tokens}, column) => {
      const name = names[column];
      const label = name ? ` data-label="${escape(plainText(name))}"` : '';
      return `<td${label}>${inline(tokens)}</td>`;
    });
    return `<tr>${inner.join('')}</tr>`;
  });
  return `<table>${hasHead ? `<thead><tr>${head}</tr></thead>` : ''}<tbody>${body.join('')}</tbody></table>`;
}
