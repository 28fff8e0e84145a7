import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

/** The tags of the CDN. */
const TAGS = ['rzp-magic-button', 'rzp-pos-button'] as const;

export type IntegrityTag = (typeof TAGS)[number];

export const isIntegrityTag = (tag: string): tag is IntegrityTag =>
  TAGS.some((known) => known === tag);

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
  const shell = `${tag}${isClassic ? '.iife' : ''}.js`;
  const files = await filesOf(folder, shell);
  const hashes = new Map([...files].sort().map(([name, bytes]) => [name, hashOf(bytes)]));
  const own = hashes.get(shell) ?? '';
  if (isClassic) hashes.delete(shell);
  const map = Object.fromEntries([...hashes].map(([name, hash]) => [base + name, hash]));
  const type = isClassic ? '' : ' type="module"';
  return `<script type="importmap">
${JSON.stringify({integrity: map}, null, 2)}
</script>
<script${type} src="${base}${shell}" integrity="${own}" crossorigin="anonymous"></script>
`;
}

/** A script and all that it may load later. Each file is named where it is loaded, and nowhere else. */
async function filesOf(folder: URL, shell: string): Promise<ReadonlyMap<string, Buffer>> {
  const there = new Set(await readdir(fileURLToPath(folder)));
  const found = new Map<string, Buffer>();
  const add = async (name: string): Promise<void> => {
    const bytes = await readFile(new URL(name, folder));
    found.set(name, bytes);
    for (const [file] of bytes.toString().matchAll(/\w+-[\w-]{6}\.js/g))
      if (there.has(file) && !found.has(file)) await add(file);
  };
  await add(shell);
  return found;
}

const hashOf = (bytes: Buffer) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
