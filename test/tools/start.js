// `npm start`: sandbox, shop and documentation, from a fresh clone in one command.
import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {ensurePackages} from './ensure.js';
import {buildSiteIfStale} from './site.js';
import {buildIfStale} from './stale.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

ensurePackages();
buildIfStale();
await buildSiteIfStale();
const shop = spawn(process.execPath, ['dist/demo/serve.js'], {cwd: root, stdio: 'inherit'});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => shop.kill(signal));
shop.on('exit', (code) => process.exit(code ?? 0));
