import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {basename, relative, resolve} from 'node:path';
import {
  build,
  defineConfig,
  mergeConfig,
  minify,
  parseSync,
  Visitor,
  type Plugin,
  type UserConfig,
} from 'vite';
import {minifyHTMLLiterals} from 'minify-literals';
import {minify as terser} from 'terser';

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

/** Without white space and comments, with short names; where `keepNames` is said, functions and classes keep theirs. */
const shorten = ({keepNames = false} = {}): Plugin => ({
  name: 'shorten',
  config: () => ({build: {minify: false, rolldownOptions: {output: {minify: false}}}}),
  renderChunk(code, {fileName}, {format}) {
    const kept = {function: keepNames, class: keepNames};
    return minify(fileName, code, {
      module: format === 'es',
      compress: {keepNames: kept},
      mangle: {keepNames: kept},
      sourcemap: true,
    });
  },
});

/**
 * What a browser loads is shortened once more, because each page view has a limit in bytes: terser folds
 * what oxc leaves, statements above all, and makes a fiftieth less of it.
 */
const shortest: Plugin = {
  name: 'shortest',
  async renderChunk(code, _, {format}) {
    const {code: short = code, map} = await terser(code, {
      module: format === 'es',
      ecma: 2020,
      format: {comments: false},
      sourceMap: true,
    });
    return {code: short, map: typeof map === 'string' ? map : null};
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
      plugins: [literals, notices, shorten(), shortest],
      publicDir: false,
      build: {
        target: BROWSERS,
        outDir: CDN,
        emptyOutDir: false,
        sourcemap: true,
        modulePreload: false,
        lib: {entry, formats: [format], name: 'RzpMagicButton'},
        rolldownOptions: {
          preserveEntrySignatures: 'allow-extension',
          output: {comments: false, entryFileNames: '[name].js'},
        },
      },
    },
    more,
  );

/** The words of each language but that which comes with each press: English, at a till. */
const LANGUAGES = ['bn', 'gu', 'hi', 'kn', 'mr', 'ta', 'te'];
const WORDS = Object.fromEntries([
  ...['en', ...LANGUAGES].map((tag) => [`words_${tag}`, `src/checkout/words/${tag}.ts`] as const),
  ...LANGUAGES.map((tag) => [`sale_words_${tag}`, `src/pos/words/${tag}.ts`] as const),
]);

/** What else needs nothing that was loaded before it. */
const APART = {
  notice: 'src/face/notice.ts',
  paint: 'src/face/paint.ts',
  refusals: 'src/checkout/words/refusals.ts',
  complaints: 'src/button/said/complaints.ts',
  foot: 'src/button/said/foot.ts',
  form: 'src/button/form/form.ts',
  behind: 'src/checkout/vendor/behind.ts',
};

/**
 * What is loaded late and stands alone: the name of its file, and the module that it is built of. Both
 * tags have the same files, from the CDN and from npm, where a bundler takes them in: it need not cut
 * a press into more files for modules that the press shares with one of them.
 */
const LATE: Readonly<Record<string, string>> = {...WORDS, ...APART};

/**
 * Who looks at a button, at a till, at a checkout that a script begins, and at how earlier ones are
 * finished: only a page with `debug` loads them. They share what they have in common, and nothing with a press.
 */
const DOCTORS = {
  doctor: 'src/button/doctor/examine.ts',
  sale_doctor: 'src/pos/doctor/examine.ts',
  checkout_doctor: 'src/checkout/doctor/examine.ts',
  resume_doctor: 'src/checkout/doctor/examine-resume.ts',
};

/**
 * What tells a developer of misspelt attributes, at either tag, and calls the doctor. It holds a copy of its
 * own of what it shares with the doctor: shared, a bundler would move that into what each page view loads.
 */
const ADVISERS = {
  advise: 'src/button/doctor/advise.ts',
  sale_advise: 'src/pos/doctor/advise.ts',
};

/**
 * Leaves what was built before where it lies: in a folder, as it is seen from who imports it. What comes along
 * with its importer is part of it, or a bundler would warn that what is asked for late has come already.
 */
const builtBefore = (files: Readonly<Record<string, string>>, folder = './'): Plugin => {
  const names = new Map(
    Object.entries(files).map(([name, source]) => [resolve(import.meta.dirname, source), name]),
  );
  return {
    name: 'built-before',
    enforce: 'pre',
    async resolveId(id, importer, {kind}) {
      if (!importer || !id.startsWith('.') || kind !== 'dynamic-import') return null;
      const name = names.get((await this.resolve(id, importer, {skipSelf: true}))?.id ?? '');
      return name === undefined ? null : {id: folder + builtFile(name), external: true};
    },
  };
};

/**
 * The elements of the CDN: the name of the shell, what it is made of, what a press loads and where it
 * is asked for, and by what it speaks. What few presses need and stands on what each needs comes later:
 * to resume what an earlier page view left open, and what sees to the page behind a checkout. A till
 * resumes in what every press loads.
 */
const ELEMENTS = {
  'rzp-magic-button': {
    shell: 'src/cdn.ts',
    press: {press: 'src/button/press.ts'},
    loader: './load-press',
    speech: {speech: 'src/button/speech.ts'},
    isRare: /\/src\/(checkout\/(recovery\/|doctor\/call-doctor\.)|button\/resume\.)/,
  },
  'rzp-pos-button': {
    shell: 'src/pos-cdn.ts',
    press: {sale: 'src/pos/press-sale.ts'},
    loader: './load-sale',
    speech: {sale_speech: 'src/pos/speech.ts'},
    isRare: /^$/,
  },
};
type Tag = keyof typeof ELEMENTS;

/** By what the tags speak: from npm too, where a bundler need not cut it up for what a press shares with it. */
const SPEECHES = {...ELEMENTS['rzp-magic-button'].speech, ...ELEMENTS['rzp-pos-button'].speech};

const HASHED = '[name]-[hash:6].js';

const wordsBuild = () =>
  browserBuild(WORDS, 'es', {build: {rolldownOptions: {output: {entryFileNames: HASHED}}}});

/** A file that has all that it needs in itself. */
const apartBuild = (name: string, file: string) => () =>
  browserBuild({[name]: file}, 'es', {
    build: {rolldownOptions: {output: {entryFileNames: HASHED, codeSplitting: false}}},
  });

/** Files that share what they have in common: the name of that, and what else was built before. */
const sharedBuild =
  (
    files: Readonly<Record<string, string>>,
    shared: string,
    before: Readonly<Record<string, string>>,
  ) =>
  () =>
    browserBuild(files, 'es', {
      plugins: [builtBefore(before)],
      build: {
        rolldownOptions: {
          output: {
            entryFileNames: HASHED,
            chunkFileNames: HASHED,
            codeSplitting: {groups: [{name: shared, minShareCount: 2}]},
          },
        },
      },
    });

/**
 * What a click needs, for both shells: one file, so that what protects money is there with the rest,
 * and beside it what few clicks need. All are named by their contents.
 */
const clickBuild = (tag: Tag) => () => {
  const {press, isRare} = ELEMENTS[tag];
  const [name = ''] = Object.keys(press);
  return browserBuild(press, 'es', {
    plugins: [builtBefore({...LATE, ...DOCTORS})],
    build: {
      rolldownOptions: {
        output: {
          entryFileNames: HASHED,
          chunkFileNames: HASHED,
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{name, test: (id) => !isRare.test(id)}],
          },
        },
      },
    },
  });
};

/** By what a tag speaks, for both shells. */
const speechBuild = (tag: Tag) => () => {
  const {speech} = ELEMENTS[tag];
  return browserBuild(speech, 'es', {
    plugins: [builtBefore({...LATE, ...ADVISERS})],
    build: {rolldownOptions: {output: {entryFileNames: HASHED}}},
  });
};

/** The name that a file got: the shells are built with it. */
function builtFile(name: string): string {
  const file = readdirSync(CDN).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (!file) throw new Error(`No ${name}-….js lies in ${CDN}. Build it before the shells.`);
  return file;
}

/** Has a shell of the CDN look for its files its own way. */
const filesBeside = (tag: Tag, shell: 'module' | 'script'): UserConfig => {
  const {press, speech, loader} = ELEMENTS[tag];
  const [click = '', spoken = ''] = Object.keys({...press, ...speech}).map(builtFile);
  return {
    define: {
      CLICK_FILE: JSON.stringify(click),
      SPEECH_FILE: JSON.stringify(spoken),
      TAG: JSON.stringify(tag),
    },
    plugins: [
      {
        name: 'files-beside',
        enforce: 'pre',
        resolveId(id, importer) {
          for (const load of [loader, './load-speech'])
            if (id === `${load}.js`) return this.resolve(`${load}-beside-${shell}.js`, importer);
          return null;
        },
      },
      builtBefore({...press, ...speech}),
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
 * A statement a line: of an error that nobody catches Node prints the line, and each line of a trace has its
 * number. The names of functions and classes stand in the traces of a merchant's log.
 */
const statementALine = (names?: {keepNames: boolean}): Plugin[] => [
  shorten(names),
  {
    name: 'statement-a-line',
    config: () => ({build: {rolldownOptions: {experimental: {nativeMagicString: true}}}}),
    renderChunk(code, {fileName}, _, {magicString}) {
      const each = (nodes: readonly {start: number}[]) => {
        for (const {start} of nodes) if (start) magicString?.prependLeft(start, '\n');
      };
      const inBody = ({body}: {body: readonly {start: number}[]}) => each(body);
      new Visitor({
        Program: inBody,
        BlockStatement: inBody,
        ClassBody: inBody,
        SwitchCase: ({consequent}) => each(consequent),
        VariableDeclaration: ({declarations}) => each(declarations.slice(1)),
      }).visit(parseSync(fileName, code).program);
      return magicString;
    },
  },
];

const nodeBuild = (
  entry: Record<string, string>,
  outDir: string,
  isBundled: boolean,
): UserConfig => ({
  plugins: [classic, statementALine(), ...(isBundled ? [notices] : [])],
  publicDir: false,
  // What every merchant has installed with the button needs no second copy.
  ...(isBundled && {ssr: {noExternal: true, external: ['zod', 'zod/mini']}, define: PRODUCTION}),
  build: {
    target: 'node20',
    outDir,
    emptyOutDir: false,
    minify: false,
    cssMinify: true,
    // As it is written, but shorter.
    cssTarget: 'esnext',
    ssr: true,
    rolldownOptions: {
      input: entry,
      output: {
        format: 'es',
        entryFileNames: '[name].js',
      },
      ...(!isBundled && {external: [/^rzp-magic-button(\/|$)/]}),
    },
  },
});

/**
 * What the server kit exports beside itself, in files of their own: errors, tables, signatures. A bundler
 * that is asked for one of them takes its file alone, and of the kit nothing.
 */
const BESIDE_THE_KIT = {
  words:
    /\/src\/(wire\/(device|signature)|server\/(?!http\/).*([-/]error|order-refused|needs-review|page-policy|charge-failure)|server\/http\/page-policy)\.ts$/,
  promotion: /\/src\/server\/model\/promotion\.ts$/,
  'node-handler': /\/src\/server\/http\/node-handler\.ts$/,
};

/** What npm users import: a file an entry, and those that several of them share. */
const npmBuild = (entry: Record<string, string>, more: UserConfig): UserConfig =>
  mergeConfig<UserConfig, UserConfig>(
    {
      publicDir: false,
      build: {
        target: BROWSERS,
        outDir: NPM,
        emptyOutDir: false,
        minify: false,
        sourcemap: true,
        lib: {entry, formats: ['es']},
        rolldownOptions: {
          external: [/^(@lit\/reactive-element|zod|kysely|libsql|pg|react)(\/|$)/, /^node:/],
          output: {entryFileNames: '[name].js', chunkFileNames: '[name].js'},
        },
      },
    },
    more,
  );

export const BUILDS: Record<string, () => UserConfig> = {
  words: wordsBuild,
  ...Object.fromEntries(Object.entries(APART).map((apart) => [apart[0], apartBuild(...apart)])),
  doctors: sharedBuild(DOCTORS, 'doctor_looks', LATE),
  advisers: sharedBuild(ADVISERS, 'advice', {...LATE, ...DOCTORS}),
  'cdn-speech': speechBuild('rzp-magic-button'),
  'cdn-pos-speech': speechBuild('rzp-pos-button'),
  /** npm: the reactive element is left to the installer, what comes late lies with the CDN's. */
  npm: () =>
    npmBuild(
      {
        index: 'src/index.ts',
        element: 'src/element.ts',
        checkout: 'src/checkout.ts',
        pos: 'src/pos.ts',
        react: 'src/react.ts',
      },
      {
        plugins: [
          literals,
          builtBefore({...LATE, ...DOCTORS, ...ADVISERS, ...SPEECHES}, '../cdn/'),
        ],
        build: {
          rolldownOptions: {
            // It stands in the banner.
            checks: {moduleLevelDirective: false},
            output: {
              minify: true,
              banner: ({name}) => (name === 'react' ? "'use client';" : ''),
              // What is to run before Lit does must be imported before it: no part of a file that imports both.
              codeSplitting: {groups: [{name: 'shield-lit', test: /\/src\/face\/shield-lit\.ts$/}]},
            },
          },
        },
      },
    ),
  /** The same entries for server components of React. */
  'react-server': () =>
    npmBuild(
      {
        'react-server': 'src/react-server.ts',
        'pos-react-server': 'src/pos-react-server.ts',
      },
      {build: {rolldownOptions: {external: /^\.\/(index|pos)\.js$/}}},
    ),
  server: () =>
    npmBuild(
      Object.fromEntries(
        ['server', 'server/ledger', 'server/ledger-suite', 'server/sqlite', 'server/postgres'].map(
          (name) => [name, `src/${name}.ts`],
        ),
      ),
      {
        plugins: [statementALine({keepNames: true})],
        build: {
          rolldownOptions: {
            output: {
              chunkFileNames: 'server/[name].js',
              codeSplitting: {
                groups: Object.entries(BESIDE_THE_KIT).map(([name, test]) => ({name, test})),
              },
            },
          },
        },
      },
    ),
  /** CDN: what a click needs comes first, then the two shells that load it. */
  'cdn-click': clickBuild('rzp-magic-button'),
  cdn: shellBuild('rzp-magic-button'),
  iife: classicShellBuild('rzp-magic-button'),
  'cdn-pos-click': clickBuild('rzp-pos-button'),
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
      build: {outDir: 'dist/demo/gallery', sourcemap: false},
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
