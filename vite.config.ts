import {relative, resolve} from 'node:path';
import {build, defineConfig, type Plugin, type UserConfig} from 'vite';
import {minifyHTMLLiterals} from 'minify-literals';

/**
 * One build per part of the package; `npm run build` runs them all, `vite build --mode cdn` one.
 * What reaches a browser uses no syntax that the README's floor lacks (Chromium 90, Firefox 98,
 * Safari 15.4): ES2022 but for static blocks, which a test of the built files looks for.
 */
const BROWSERS = 'es2022';
const PRODUCTION = {'process.env.NODE_ENV': '"production"'};

/** Shortens the white space in `html` and `css` templates. */
const literals: Plugin = {
  name: 'literals',
  enforce: 'pre',
  async transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(html|css|svg)`/.test(code)) return null;
    const result = await minifyHTMLLiterals(code, {fileName: id});
    return result ? {code: result.code, map: null} : null;
  },
};

/** Imports `x.ts?classic` as the text of a classic script, with everything that it imports. */
const classic: Plugin = {
  name: 'classic',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!id.endsWith('?classic')) return null;
    const file = await this.resolve(id.slice(0, -'?classic'.length), importer);
    return file && `\0classic:${relative(import.meta.dirname, file.id)}`;
  },
  async load(id) {
    if (!id.startsWith('\0classic:')) return null;
    const entry = resolve(import.meta.dirname, id.slice('\0classic:'.length));
    this.addWatchFile(entry);
    const output = await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      define: PRODUCTION,
      build: {
        target: BROWSERS,
        write: false,
        minify: false,
        lib: {entry, formats: ['iife'], name: '__classic', fileName: 'script'},
      },
    });
    const [bundle] = [output].flat();
    if (!bundle || !('output' in bundle)) throw new Error(`No script came out of ${entry}.`);
    return `export default ${JSON.stringify(bundle.output[0].code)};`;
  },
};

/** The IIFE has no chunks of its own: it imports a module that lies beside it. */
const chunkBesideIife: Plugin = {
  name: 'chunk-beside-iife',
  enforce: 'pre',
  resolveId(id, importer) {
    return id.endsWith('/load-press.js') && importer
      ? this.resolve(id.replace('/load-press.js', '/load-press-beside-script.js'), importer, {
          skipSelf: true,
        })
      : null;
  },
};

/**
 * What a click needs goes into one chunk: all but the shell and what is needed only when something
 * goes wrong. (A module of the shell that is missing here would pull the chunk into every page view:
 * the budget of the shell tells.)
 */
const ONE_CHUNK_A_CLICK = {
  includeDependenciesRecursively: false,
  groups: [
    {
      name: 'press',
      test: /\/src\/(wire\/|checkout\/(?!shell\/|recovery\/)|button\/(press|data-attributes))|\/zod\//,
    },
  ],
};

const browserBuild = (
  entry: Record<string, string>,
  format: 'es' | 'iife',
  codeSplitting?: typeof ONE_CHUNK_A_CLICK,
): UserConfig => ({
  define: PRODUCTION,
  plugins: [literals, ...(format === 'iife' ? [chunkBesideIife] : [])],
  publicDir: false,
  build: {
    target: BROWSERS,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    minify: 'oxc',
    sourcemap: true,
    modulePreload: false,
    lib: {entry, formats: [format], name: 'RzpMagicButton', fileName: (_, name) => `${name}.js`},
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      // The button takes Lit's reactive element and leaves its templates.
      treeshake: {moduleSideEffects: (id) => !/\/(lit-html|lit-element)\//.test(id)},
      output: {
        minify: true,
        comments: false,
        chunkFileNames: '[name]-[hash].js',
        ...(codeSplitting && {codeSplitting}),
      },
    },
  },
});

const nodeBuild = (
  entry: Record<string, string>,
  outDir: string,
  bundled: boolean,
): UserConfig => ({
  plugins: [classic],
  publicDir: false,
  ...(bundled && {ssr: {noExternal: true}, define: PRODUCTION}),
  build: {
    target: 'node20',
    outDir,
    emptyOutDir: false,
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: entry,
      output: {format: 'es', entryFileNames: '[name].js'},
      ...(!bundled && {external: [/^rzp-magic-button(\/|$)/]}),
    },
  },
});

export const BUILDS: Record<string, UserConfig> = {
  /** npm: one file per module, `lit` and `zod` left to the installer. */
  npm: {
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: 'dist/npm',
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: {
          index: 'src/index.ts',
          element: 'src/element.ts',
          checkout: 'src/checkout.ts',
          server: 'src/server.ts',
          'server/sqlite': 'src/server/sqlite.ts',
          'server/postgres': 'src/server/postgres.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        external: [/^(lit|zod|kysely|libsql|pg)(\/|$)/, /^node:/],
        output: {preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js'},
      },
    },
  },
  /** CDN, as a module: a shell that every page view pays for, and what a click needs. */
  cdn: browserBuild({'rzp-magic-button': 'src/cdn.ts'}, 'es', ONE_CHUNK_A_CLICK),
  /** CDN, as a classic script: the same shell, and the chunk that it finds beside itself. */
  iife: browserBuild({'rzp-magic-button.iife': 'src/cdn.ts'}, 'iife'),
  'iife-chunk': browserBuild({'rzp-magic-button.checkout': 'src/button/press.ts'}, 'es'),
  sandbox: nodeBuild({sandbox: 'src/sandbox.ts'}, 'dist', true),
  'sandbox-playwright': nodeBuild(
    {'sandbox/playwright': 'src/sandbox/playwright.ts'},
    'dist',
    false,
  ),
  cli: nodeBuild({cli: 'src/cli.ts'}, 'dist', false),
  demo: nodeBuild({serve: 'demo/serve.ts'}, 'dist/demo', false),
  'demo-page': {
    publicDir: false,
    build: {
      target: BROWSERS,
      outDir: 'dist/demo',
      emptyOutDir: false,
      lib: {entry: {page: 'demo/pages/browser/page.ts'}, formats: ['es']},
    },
  },
};

export default defineConfig(({mode}) => {
  const config = BUILDS[mode];
  if (!config) throw new Error(`No build "${mode}". There are: ${Object.keys(BUILDS).join(', ')}.`);
  return config;
});
