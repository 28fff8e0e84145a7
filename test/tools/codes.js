// dist/codes.html: each code and what to do.
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {codesHtml} from './reference/codes-html.js';

writeFileSync(fileURLToPath(new URL('../../dist/codes.html', import.meta.url)), codesHtml());
