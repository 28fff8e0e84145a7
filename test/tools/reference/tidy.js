// From what the Markdown plugin writes to a page that is read on GitHub as in an editor.

/** A page with its title and contents, and without what helps nobody. */
export function tidy(page, {name, about}) {
  const body = [
    withoutRules,
    withoutNews,
    withReferencesAsList,
    withPlainTypes,
    withoutIdleAnchors,
  ].reduce((text, step) => step(text), page);
  return `# ${name}\n\n${about}\n\n${contents(body)}\n\n${body}`;
}

/** Headings part the members well enough. */
const withoutRules = (page) => page.replace(/^\*\*\*\n/gm, '');

/** Without type parameters of which the table says no more than the signature, and without `void`. */
const withoutNews = (page) =>
  page
    .replace(/^#+ Type Parameters\n\n\| Type Parameter \|\n.*\n(?:\|[^|\n]*\|\n)+\n?/gm, '')
    .replace(/^#+ Returns\n\n`void`\n\n?/gm, '');

/** What is re-exported, in one list instead of a heading each. */
function withReferencesAsList(page) {
  const [before, references] = page.split('## References\n');
  if (references === undefined) return page;
  const links = [
    ...references.matchAll(/^(?:Re-exports|Renames and re-exports) (\[.*\]\(.*\))$/gm),
  ];
  return `${before}## Also exported\n\n${links.map(([, link]) => `- ${link}`).join('\n')}\n`;
}

/** A type in a table is one piece of code, unless it has a link. */
const withPlainTypes = (page) =>
  page.replace(/(?<=\| )[^|\n]*(?:\\\|[^|\n]*)*(?= \|)/g, (cell) => {
    const isType = /^(?:`[^`]+`|\\.|[\s,;:()[\]{}.?=&>-]|\*(?:typeof|keyof|readonly)\*)+$/.test(
      cell,
    );
    return isType && cell.includes('`')
      ? `\`${cell
          .replace(/[`*]/g, '')
          .replace(/\\(?!\|)/g, '')
          // A union that was written over several lines begins with a bar.
          .replace(/^\s*\\\|/, '')
          .trim()}\``
      : cell;
  });

/** Leaves out the anchors of table rows that nothing links to. */
const withoutIdleAnchors = (page) =>
  page.replace(/<a id="([^"]+)"><\/a> ?/g, (anchor, id) =>
    page.includes(`(#${id})`) ? anchor : '',
  );

/** Links to the members, a line for each group. */
function contents(page) {
  const lines = [];
  for (const {level, text, anchor} of headings(page)) {
    if (level === 2) lines.push({title: text, links: []});
    if (level === 3) lines.at(-1)?.links.push(`[${text}](#${anchor})`);
  }
  return lines
    .filter(({links}) => links.length)
    .map(({title, links}) => `**${title}**: ${links.join(', ')}`)
    .join('\n\n');
}

/** The headings of a page, each with the anchor that GitHub gives it. */
export function headings(page) {
  const taken = new Map();
  return [...withoutCode(page).matchAll(/^(#{1,6}) (.*)$/gm)].map(([, marks, heading]) => {
    const slug = slugOf(heading);
    const times = taken.get(slug) ?? 0;
    taken.set(slug, times + 1);
    return {
      level: marks.length,
      text: heading.replace(/[\\~`]|\(\)|\?$/g, ''),
      anchor: times ? `${slug}-${times}` : slug,
    };
  });
}

/** A comment in a script may begin as a heading does. */
const withoutCode = (page) => page.replace(/^( *)```.*?^\1```/gms, '');

/** The anchor of a heading that occurs once. */
export const slugOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
