import type {Resolve} from './markdown.js';
import type {Group, Topic} from './topics.js';

/** A text with its links led elsewhere; what stands in code is no link. */
export const withLinks = (markdown: string, resolve: Resolve): string =>
  markdown
    .split(/(^ *```.*?^ *```$)/ms)
    .map((part, index) =>
      index % 2
        ? part
        : part.replace(
            /(!?\[(?:[^[\]]|\[[^[\]]*\])*\])\(([^)\s]+)\)/g,
            (_, text: string, target: string) => `${text}(${resolve(target)})`,
          ),
    )
    .join('');

/** What coding assistants read first: what there is, a line a page. */
export function llmsText(
  {claim, promises, groups}: {claim: string; promises: string; groups: readonly Group[]},
  addressOf: (topic: Topic) => string,
): string {
  const lists = groups.map(
    ({title, topics}) =>
      `## ${title}\n\n${topics
        .map(
          (topic) =>
            `- [${topic.title}](${addressOf(topic)})${topic.about && `: ${plain(topic.about)}`}`,
        )
        .join('\n')}\n`,
  );
  return `# rzp-magic-button\n\n> ${claim}\n\n${promises.trim()}\n\n${lists.join('\n')}`;
}

const plain = (markdown: string) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
