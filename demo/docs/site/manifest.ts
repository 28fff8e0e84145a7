import {readFileSync} from 'node:fs';
import {join} from 'node:path';

/** What editors read of the tags, as far as the site shows it. */
export interface TagManifest {
  readonly tagName: string;
  readonly name: string;
  readonly attributes: readonly AttributeManifest[];
  readonly events: readonly {name: string; description: string; type: {text: string}}[];
  readonly cssProperties: readonly {name: string; description: string; default?: string}[];
  readonly cssStates: readonly {name: string; description: string}[];
}

export interface AttributeManifest {
  readonly name: string;
  /** The property of the same; none where only HTML says it. */
  readonly fieldName?: string;
  readonly type: {text: string};
  readonly description: string;
  readonly default?: string;
}

/** The tags of the package, as the last build describes them. */
export function readTags(root: string): TagManifest[] {
  const {modules} = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as {
    modules: {declarations: Partial<TagManifest>[]}[];
  };
  return modules
    .flatMap(({declarations}) => declarations)
    .filter((declared): declared is TagManifest => declared.tagName !== undefined);
}

/** The words that may be written, where there are only some. */
export const wordsOf = ({type}: AttributeManifest): string[] =>
  [...type.text.matchAll(/'([^']*)'/g)].map(([, word = '']) => word);
