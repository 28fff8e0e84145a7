import {readFile} from 'node:fs/promises';
import {integrityHtml, isIntegrityTag} from '../integrity/import-map.js';
import {command} from './command.js';
import {CLI_FAILURES, EXIT_CODES} from './failures.js';

/** Where the built program is: this file is in dist/cli.js. */
const PROGRAM = import.meta.url;

export const integrity = command({
  help: `rzp-magic-button integrity [--tag rzp-pos-button] [--classic] [--base https://shop.example/rzp/]
  Prints the script of the tag with an import map, by which browsers refuse each file of it that is not
  the one in this package. Without --base it is for jsDelivr and this version; with --classic for pages
  without modules.
`,
  options: {
    tag: {type: 'string'},
    classic: {type: 'boolean'},
    base: {type: 'string'},
  },
  async work({tag = 'rzp-magic-button', classic = false, base}) {
    if (!isIntegrityTag(tag)) throw new Error(CLI_FAILURES.noTag(tag));
    if (base !== undefined && !/^(https?:\/)?\/[^"<>\s]*\/$/.test(base))
      throw new Error(CLI_FAILURES.noBase(base));
    const {version} = JSON.parse(await readFile(new URL('../package.json', PROGRAM), 'utf8')) as {
      version: string;
    };
    process.stdout.write(
      await integrityHtml({
        folder: new URL('./cdn/', PROGRAM),
        base: base ?? `https://cdn.jsdelivr.net/npm/rzp-magic-button@${version}/dist/cdn/`,
        tag,
        isClassic: classic,
      }),
    );
    return EXIT_CODES.fine;
  },
});
