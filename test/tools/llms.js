// dist/llms.txt: what coding assistants find in the package, a line a text. The site has the same of its
// own pages.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

await build({root, mode: 'site', logLevel: 'warn'});
const {status} = spawnSync(process.execPath, ['dist/demo/site.js', root, 'dist/llms.txt'], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
