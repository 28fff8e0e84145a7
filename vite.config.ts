import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {basename, relative, resolve} from 'node:path';
import {build, defineConfig, mergeConfig, type Plugin, type UserConfig} from 'vite';
import {minifyHTMLLiterals} from 'minify-literals';

/**
 * One build per part of the package; `npm run build` runs them all, `vite build --mode cdn` one.
 * What reaches a browser uses no syntax that the README's floor lacks (Chromium 90, Firefox 98,
 * Safari 15.4): ES2022 but for static blocks, which a test of the built files looks for.
 */
const BROWSERS = 'es2022';
const PRODUCTION = {'process.env.NODE_ENV': '"production"'};

/** Does the same in the values of custom properties, which a minifier leaves alone. */
const tighten = (css: string) => css.replace(/\s+/g, ' ').replace(/(?<=[(,]) | (?=\))/g, '');

/** Shortens the white space in `html` and `css` templates. */
const literals: Plugin = {
  name: 'literals',
  enforce: 'pre',
  async transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(html|css|svg)`/.test(code)) return null;
    const result = await minifyHTMLLiterals(code, {fileName: id});
    return {code: (result?.code ?? code).replace(/\bcss`[^`]*`/g, tighten), map: null};
  },
};

/** What a classic script has from another one that its document loads before it: the global that holds it. */
const FROM_ANOTHER_SCRIPT = {'src/sandbox/browser/frame/words/words.ts': 'checkoutWords'};
const globals = Object.fromEntries(
  Object.entries(FROM_ANOTHER_SCRIPT).map(([file, name]) => [
    resolve(import.meta.dirname, file),
    name,
  ]),
);

/**
 * Imports `x.ts?classic` as the text of a classic script, with everything that it imports and no other
 * script of its document has.
 */
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
      plugins: [notices],
      build: {
        target: BROWSERS,
        write: false,
        minify: 'oxc',
        lib: {entry, formats: ['iife'], name: '__classic', fileName: 'script'},
        rolldownOptions: {external: Object.keys(globals), output: {globals}},
      },
    });
    const [bundle] = [output].flat();
    if (!bundle || !('output' in bundle)) throw new Error(`No script came out of ${entry}.`);
    return `export default ${JSON.stringify(bundle.output[0].code)};`;
  },
};

const CDN = 'dist/cdn';
const NPM = 'dist/npm';

/** Where each build says whose code it has bundled; `test/tools/notices.js` writes their licences. */
const BUNDLED = 'dist/demo/bundled';
const bundled = new Set<string>();

/** Notes the packages of which code is bundled into what is published. */
const notices: Plugin = {
  name: 'notices',
  generateBundle(_, output) {
    for (const chunk of Object.values(output))
      if (chunk.type === 'chunk')
        for (const id of Object.keys(chunk.modules)) {
          const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
          if (name) bundled.add(name);
        }
    mkdirSync(BUNDLED, {recursive: true});
    const [file] = Object.keys(output);
    writeFileSync(`${BUNDLED}/${basename(file ?? '')}.json`, JSON.stringify([...bundled]));
  },
};

const browserBuild = (
  entry: Record<string, string>,
  format: 'es' | 'iife',
  more: UserConfig,
): UserConfig =>
  mergeConfig<UserConfig, UserConfig>(
    {
      define: PRODUCTION,
      plugins: [literals, notices],
      publicDir: false,
      build: {
        target: BROWSERS,
        outDir: CDN,
        emptyOutDir: false,
        minify: 'oxc',
        sourcemap: true,
        modulePreload: false,
        lib: {entry, formats: [format], name: 'RzpMagicButton'},
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {minify: true, comments: false, entryFileNames: '[name].js'},
        },
      },
    },
    more,
  );

/**
 * The elements of the CDN: the name of the shell, what it is made of, what a press loads and where it
 * is asked for; who looks at a page that asks for it; and by what it speaks, with a file for each language (that of
 * English comes with each press of a till). What few presses need comes later, in files that begin
 * with the word of theirs: to resume what an earlier page view left open, and to say why a press is
 * refused. So does what a checkout can do
 * without: what sees to the page behind it, and what draws a notice. A till resumes in
 * what every press loads.
 */
const ELEMENTS = {
  'rzp-magic-button': {
    shell: 'src/cdn.ts',
    press: {press: 'src/button/press.ts'},
    loader: './load-press',
    later: '',
    speech: 'src/button/speech.ts',
    doctor: 'src/button/doctor/examine.ts',
    isRare:
      /\/src\/(checkout\/recovery\/|button\/resume\.|checkout\/words\/(refusals|slow)\.|face\/(notice|state-styles)|checkout\/vendor\/(behind|slow-panel)\.)/,
  },
  'rzp-pos-button': {
    shell: 'src/pos-cdn.ts',
    press: {sale: 'src/pos/press-sale.ts'},
    loader: './load-sale',
    later: 'sale_',
    speech: 'src/pos/speech.ts',
    doctor: 'src/pos/doctor/examine.ts',
    isRare: /\/src\/(checkout\/words\/refusals\.|face\/(notice|state-styles))/,
  },
};
type Tag = keyof typeof ELEMENTS;

/**
 * What a click needs, for both shells: one file, so that what protects money is there with the rest,
 * and beside it what few clicks need. All are named by their contents.
 */
const clickBuild = (tag: Tag, emptyOutDir: boolean) => () => {
  const {press, later, isRare} = ELEMENTS[tag];
  const [name = ''] = Object.keys(press);
  return browserBuild(press, 'es', {
    build: {
      emptyOutDir,
      rolldownOptions: {
        output: {
          entryFileNames: '[name]-[hash:6].js',
          chunkFileNames: ({name: chunk}) => `${chunk === name ? '' : later}[name]-[hash:6].js`,
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{name, test: (id) => !isRare.test(id)}],
          },
        },
      },
    },
  });
};

/** A file of words is named by its language. */
const isWords = (name: string) => /^[a-z]{2}$/.test(name);

const speechName = (tag: Tag) => `${ELEMENTS[tag].later}speech`;

const doctorName = (tag: Tag) => `${ELEMENTS[tag].later}doctor`;

/** What only a page with `debug` loads: one file with all that it looks at, so that no other grows by it. */
const doctorBuild = (tag: Tag) => () =>
  browserBuild({[doctorName(tag)]: ELEMENTS[tag].doctor}, 'es', {
    build: {
      rolldownOptions: {output: {entryFileNames: '[name]-[hash:6].js', codeSplitting: false}},
    },
  });

/** Leaves the doctors, which are built by themselves, where their imports look for them. */
const doctorApart: Plugin = {
  name: 'doctor-apart',
  enforce: 'pre',
  resolveId: (id) => (id === './examine.js' ? {id, external: true} : null),
};

/** By what a tag speaks, for both shells, and the words of each language. */
const speechBuild = (tag: Tag) => () =>
  browserBuild({[speechName(tag)]: ELEMENTS[tag].speech}, 'es', {
    plugins: [
      {
        name: 'doctor',
        enforce: 'pre',
        resolveId: (id) =>
          id === importOf(ELEMENTS[tag].doctor)
            ? {id: `./${builtFile(doctorName(tag))}`, external: true}
            : null,
      },
    ],
    build: {
      rolldownOptions: {
        output: {
          entryFileNames: '[name]-[hash:6].js',
          chunkFileNames: ({name}) =>
            `${ELEMENTS[tag].later}${isWords(name) ? 'words_' : ''}[name]-[hash:6].js`,
        },
      },
    },
  });

/** The name that a file got: the shells are built with it. */
function builtFile(name: string): string {
  const file = readdirSync(CDN).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (!file) throw new Error(`No ${name}-….js lies in ${CDN}. Build it before the shells.`);
  return file;
}

/** The files that a shell loads, by the import that asks for them in the module. */
const laterFiles = (tag: Tag): Record<string, string> => {
  const {press, speech} = ELEMENTS[tag];
  const [[name, source] = ['', '']] = Object.entries(press);
  return {
    [importOf(source)]: builtFile(name),
    [importOf(speech)]: builtFile(speechName(tag)),
  };
};

const importOf = (source: string) => `./${basename(source, '.ts')}.js`;

/** Has a shell of the CDN look for those files its own way. */
const filesBeside = (tag: Tag, shell: 'module' | 'script'): UserConfig => {
  const files = laterFiles(tag);
  const [click, speech] = Object.values(files);
  return {
    define: {
      CLICK_FILE: JSON.stringify(click),
      SPEECH_FILE: JSON.stringify(speech),
      TAG: JSON.stringify(tag),
    },
    plugins: [
      {
        name: 'files-beside',
        enforce: 'pre',
        resolveId(id, importer) {
          for (const loader of [ELEMENTS[tag].loader, './load-speech'])
            if (id === `${loader}.js`)
              return this.resolve(`${loader}-beside-${shell}.js`, importer);
          // The module's imports of what was built before.
          const file = files[id];
          return file ? {id: `./${file}`, external: true} : null;
        },
      },
    ],
  };
};

/** The shell as a module, which imports the file by its name. */
const shellBuild = (tag: Tag) => () =>
  browserBuild({[tag]: ELEMENTS[tag].shell}, 'es', filesBeside(tag, 'module'));

/** The shell as a classic script, which finds the file by its own address. */
const classicShellBuild = (tag: Tag) => () =>
  browserBuild({[`${tag}.iife`]: ELEMENTS[tag].shell}, 'iife', filesBeside(tag, 'script'));

/**
 * Without white space and comments, which a tarball pays for; with their names, which stand in the
 * traces of a merchant's log.
 */
const SHORT = {
  minify: {compress: false, mangle: false, codegen: {removeWhitespace: true}},
  comments: {legal: false, annotation: true, jsdoc: false},
} as const;

const nodeBuild = (
  entry: Record<string, string>,
  outDir: string,
  isBundled: boolean,
): UserConfig => ({
  plugins: [classic, ...(isBundled ? [notices] : [])],
  publicDir: false,
  // What every merchant has installed with the button needs no second copy.
  ...(isBundled && {ssr: {noExternal: true, external: ['zod', 'zod/mini']}, define: PRODUCTION}),
  build: {
    target: 'node20',
    outDir,
    emptyOutDir: false,
    minify: false,
    ssr: true,
    rolldownOptions: {
      input: entry,
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        ...SHORT,
        ...(isBundled && {minify: true}),
      },
      ...(!isBundled && {external: [/^rzp-magic-button(\/|$)/]}),
    },
  },
});

/**
 * What only a page with `debug` loads, apart from all else: where it shared modules with a press, bundlers
 * would cut the press into more files, and each page view would name them. The doctors share what they
 * have in common.
 */
const npmDoctorsBuild = () =>
  browserBuild(
    Object.fromEntries(
      DOCTORS.map((doctor) => [doctor.replace(/^src\/|\.ts$/g, ''), doctor] as const),
    ),
    'es',
    {
      build: {
        outDir: NPM,
        sourcemap: false,
        rolldownOptions: {output: {chunkFileNames: 'checkout/doctor/shared/[name].js'}},
      },
    },
  );

/** Who looks at a button, at a till, and at a checkout that a script begins. */
const DOCTORS = [
  ELEMENTS['rzp-magic-button'].doctor,
  ELEMENTS['rzp-pos-button'].doctor,
  'src/checkout/doctor/examine.ts',
];

export const BUILDS: Record<string, () => UserConfig> = {
  /** npm: one file per module, the reactive element and `zod` left to the installer. */
  npm: () => ({
    plugins: [literals, doctorApart],
    publicDir: false,
    build: {
      target: 'es2022',
      outDir: NPM,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: {
          index: 'src/index.ts',
          element: 'src/element.ts',
          checkout: 'src/checkout.ts',
          pos: 'src/pos.ts',
          react: 'src/react.ts',
          server: 'src/server.ts',
          'server/ledger': 'src/server/ledger.ts',
          'server/ledger-suite': 'src/server/ledger-suite.ts',
          'server/sqlite': 'src/server/sqlite.ts',
          'server/postgres': 'src/server/postgres.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        // The directive of the component stays: each module is a file of its own.
        checks: {moduleLevelDirective: false},
        external: [/^(@lit\/reactive-element|zod|kysely|libsql|pg|react)(\/|$)/, /^node:/],
        output: {
          preserveModules: true,
          preserveModulesRoot: 'src',
          entryFileNames: '[name].js',
          ...SHORT,
        },
      },
    },
  }),
  'npm-doctors': npmDoctorsBuild,
  /** CDN: what a click needs comes first, then the two shells that load it. */
  'cdn-click': clickBuild('rzp-magic-button', true),
  'cdn-doctor': doctorBuild('rzp-magic-button'),
  'cdn-speech': speechBuild('rzp-magic-button'),
  cdn: shellBuild('rzp-magic-button'),
  iife: classicShellBuild('rzp-magic-button'),
  'cdn-pos-click': clickBuild('rzp-pos-button', false),
  'cdn-pos-doctor': doctorBuild('rzp-pos-button'),
  'cdn-pos-speech': speechBuild('rzp-pos-button'),
  'cdn-pos': shellBuild('rzp-pos-button'),
  'iife-pos': classicShellBuild('rzp-pos-button'),
  sandbox: () => nodeBuild({sandbox: 'src/sandbox.ts'}, 'dist', true),
  'sandbox-playwright': () =>
    nodeBuild({'sandbox/playwright': 'src/sandbox/playwright.ts'}, 'dist', false),
  cli: () => nodeBuild({cli: 'src/cli.ts'}, 'dist', false),
  demo: () => nodeBuild({serve: 'demo/serve.ts'}, 'dist/demo', false),
  'demo-page': () => ({
    publicDir: false,
    build: {
      target: BROWSERS,
      outDir: 'dist/demo',
      emptyOutDir: false,
      lib: {entry: {page: 'demo/pages/browser/page.ts'}, formats: ['es']},
    },
  }),
  /** The gallery of the demo, with the buttons from their sources. */
  'demo-gallery': () =>
    browserBuild({gallery: 'demo/pages/browser/gallery/gallery.ts'}, 'es', {
      build: {outDir: 'dist/demo/gallery', minify: false, sourcemap: false},
    }),
  /** What writes the documentation, and what its pages run. */
  site: () => nodeBuild({site: 'demo/docs/site/main.ts'}, 'dist/demo', false),
  'site-page': () => ({
    define: PRODUCTION,
    plugins: [literals],
    publicDir: false,
    build: {
      target: BROWSERS,
      outDir: 'dist/demo/site',
      emptyOutDir: true,
      modulePreload: false,
      lib: {
        entry: Object.fromEntries(
          ['scheme', 'site', 'live', 'playground'].map((name) => [
            name,
            `demo/docs/site/browser/${name}.ts`,
          ]),
        ),
        formats: ['es'],
      },
      rolldownOptions: {output: {minify: true, comments: false}},
    },
  }),
};

export default defineConfig(({mode}) => {
  const build = BUILDS[mode];
  if (!build) throw new Error(`No build "${mode}". There are: ${Object.keys(BUILDS).join(', ')}.`);
  return build();
});
