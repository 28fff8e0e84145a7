// The types of the package: the compiler writes a declaration for each source, and what the entries
// export of them goes into a file an entry, so that nobody installs what no import reaches.
import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {rolldown} from 'rolldown';
import {dts} from 'rolldown-plugin-dts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Beside what is packed: a declaration for each source. */
const DECLARATIONS = 'dist/declarations';
const TYPES = 'dist/types';

const {status} = spawnSync(
  process.execPath,
  ['node_modules/typescript/bin/tsc', '-p', 'test/tools/tsconfig/types.json'],
  {cwd: root, stdio: 'inherit'},
);
if (status !== 0) process.exit(status ?? 1);

const {exports} = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const entries = Object.values(exports)
  .flatMap(({types = ''}) => relative(TYPES, types))
  // Those in the templates of frameworks are written as they are, by tag-types.js.
  .filter((file) => file.endsWith('.d.ts') && !file.startsWith('types/'));

const bundle = await rolldown({
  cwd: root,
  input: Object.fromEntries(
    entries.map((file) => [file.replace(/\.d\.ts$/, ''), `${DECLARATIONS}/${file}`]),
  ),
  plugins: [dts({dtsOnly: true, tsconfig: false})],
  external: (id) => !/^[./]/.test(id) && !id.startsWith(DECLARATIONS),
  // It declares what its tag is to `document.querySelector()`, and exports nothing.
  treeshake: {moduleSideEffects: (id) => /\/define\.d\.ts$/.test(id)},
});
rmSync(resolve(root, TYPES), {recursive: true, force: true});
const {output} = await bundle.write({
  dir: resolve(root, TYPES),
  entryFileNames: '[name].ts',
  chunkFileNames: 'shared/[name].d.ts',
});
for (const {fileName, code, imports} of output)
  writeFileSync(`${root}/${TYPES}/${fileName}`, withAll(fileName, code, imports));

/** The plugin leaves out imports of files that export nothing. */
function withAll(fileName, code, imports) {
  const bare = imports
    .filter((file) => file.endsWith('/define.d.ts'))
    .map(
      (file) =>
        `import './${relative(resolve(fileName, '..'), resolve(file)).replace(/\.d\.ts$/, '.js')}';\n`,
    );
  return bare.join('') + withoutPlaces(code);
}

/** Where a declaration was before is nobody's business. */
function withoutPlaces(code) {
  return code.replace(/^\/\/ dist\/declarations\/.*\n/gm, '');
}
