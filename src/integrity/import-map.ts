import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

/** The tags of the CDN, and which of its files are theirs. */
const TAGS = {
  'rzp-magic-button': (file: string) => !/^(sale|rzp-pos-button)/.test(file),
  'rzp-pos-button': (file: string) => /^(sale|rzp-pos-button)/.test(file),
} as const;

export type IntegrityTag = keyof typeof TAGS;

export const isIntegrityTag = (tag: string): tag is IntegrityTag => Object.hasOwn(TAGS, tag);

export interface IntegritySettings {
  /** Folder of the CDN's files, as they were installed. */
  readonly folder: URL;
  /** Where a page has them from; ends with a slash. */
  readonly base: string;
  readonly tag: IntegrityTag;
  /** Whether the page has the classic script, not the module. */
  readonly isClassic: boolean;
}

/**
 * HTML that has a browser refuse files of the tag that are not those of this package: an import map for
 * what comes as a module, later files included, and the script itself.
 */
export async function integrityHtml(settings: IntegritySettings): Promise<string> {
  const {folder, base, tag, isClassic} = settings;
  const names = (await readdir(fileURLToPath(folder))).filter(
    (file) => file.endsWith('.js') && TAGS[tag](file),
  );
  const hashes = await Promise.all(
    names
      .sort()
      .map(async (name) => [name, hashOf(await readFile(new URL(name, folder)))] as const),
  );
  const shell = `${tag}${isClassic ? '.iife' : ''}.js`;
  const modules = hashes.filter(([name]) => !name.endsWith('.iife.js'));
  const map = Object.fromEntries(modules.map(([name, hash]) => [base + name, hash]));
  const type = isClassic ? '' : ' type="module"';
  const own = new Map(hashes).get(shell) ?? '';
  return `<script type="importmap">
${JSON.stringify({integrity: map}, null, 2)}
</script>
<script${type} src="${base}${shell}" integrity="${own}" crossorigin="anonymous"></script>
`;
}

const hashOf = (bytes: Buffer) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
