// The types of the package: the compiler writes a declaration for each source, and what the entries
// export of them goes into a file an entry, so that nobody installs what no import reaches.
import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {rollup} from 'rollup';
import {dts} from 'rollup-plugin-dts';
import ts from 'typescript';
import {tidyDeclarations} from './tidy-declarations.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Beside what is packed: a declaration for each source. */
const DECLARATIONS = `${root}/dist/declarations`;
const TYPES = 'dist/types';
const TSCONFIG = `${root}/test/tools/tsconfig/types.json`;

const {status} = spawnSync(process.execPath, ['node_modules/typescript7/bin/tsc', '-p', TSCONFIG], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const {options} = ts.getParsedCommandLineOfConfigFile(
  TSCONFIG,
  {noEmit: true},
  {...ts.sys, onUnRecoverableConfigFileDiagnostic: console.error},
);
tidyDeclarations(
  readdirSync(DECLARATIONS, {recursive: true})
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => resolve(DECLARATIONS, file)),
  options,
);

const {exports} = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const entries = Object.values(exports)
  .flatMap(({types = ''}) => relative(TYPES, types))
  // Those in the templates of frameworks are written as they are, by tag-types.js.
  .filter((file) => file.endsWith('.d.ts') && !file.startsWith('types/'));

const bundle = await rollup({
  input: Object.fromEntries(
    entries.map((file) => [file.replace(/\.d\.ts$/, ''), `${DECLARATIONS}/${file}`]),
  ),
  plugins: [dts({tsconfig: TSCONFIG})],
  external: (id) => !/^[./]/.test(id),
  // Types that an entry builds upon and does not export are meant to have no public name; what was taken
  // out leaves imports behind.
  onLog: (level, log, handle) => {
    const isMeant =
      log.code === 'UNUSED_EXTERNAL_IMPORT' || log.message.includes('private shared type');
    if (!isMeant) handle(level, log);
  },
});
rmSync(resolve(root, TYPES), {recursive: true, force: true});
await bundle.write({
  dir: resolve(root, TYPES),
  entryFileNames: '[name].d.ts',
  chunkFileNames: ({name}) => `shared/${name.replace(/\.d$/, '')}.d.ts`,
});
await bundle.close();
