import {expect} from '@playwright/test';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {test} from '../../fixtures/server/test.js';
import {brokenRules} from './check.js';
import {RULES} from './rules.js';

const PACKAGE = {name: 'rzp-magic-button', type: 'module', devDependencies: {hono: '4'}};

/** A small package that is laid out like this one and breaks nothing. */
const SOUND = {
  'src/index.ts': "import './button/define.js'; export * from './element.js';",
  'src/element.ts': "export * from './button/rzp-magic-button.js';",
  'src/checkout.ts': "export * from './checkout/start-checkout.js';",
  'src/server.ts': "export * from './server/create-checkout.js';",
  'src/sandbox.ts': "export * from './sandbox/app.js';",
  'src/cli.ts': "import './cli/doctor.js'; import 'rzp-magic-button/server.js'; import 'node:fs';",
  'src/cli/doctor.ts': "import '../doctor/doctor.js';",
  'src/doctor/doctor.ts': "import type {Paise} from '../wire/money.js'; import 'node:fs';",
  'src/build.d.ts': "declare module '*?raw';",
  'src/wire/money.ts': 'export type Paise = number;',
  'src/button/define.ts': "import './rzp-magic-button.js';",
  'src/button/rzp-magic-button.ts': "export const press = () => import('./load-press.js');",
  'src/button/load-press.ts': "import './press.js';",
  'src/button/load-press-beside-script.ts': "import type {} from './press.js';",
  'src/button/press.ts': "import '../checkout/start-checkout.js';",
  'src/checkout/start-checkout.ts':
    "import './merchant/obtain-order.js'; import './recovery/resume-checkouts.js'; import './vendor/open-session.js'; import './ask-what-became.js'; import './obtain-confirmation.js';",
  'src/checkout/ask-what-became.ts': "import type {} from './purchase.js';",
  'src/checkout/obtain-confirmation.ts': "import type {} from './purchase.js';",
  'src/checkout/purchase.ts': "import type {} from './shell/options.js';",
  'src/checkout/merchant/obtain-order.ts': "import '../shell/options.js';",
  'src/checkout/recovery/resume-checkouts.ts': "import '../shell/options.js';",
  'src/checkout/shell/options.ts': "import type {Paise} from '../../wire/money.js';",
  'src/checkout/vendor/open-session.ts': "import '../shell/options.js';",
  'src/server/create-checkout.ts': "import './http/endpoint.js'; import './orders/make-order.js';",
  'src/server/http/endpoint.ts': "import '../model/order.js'; import 'node:http';",
  'src/server/orders/make-order.ts': "import '../model/order.js'; import './plan/assess.js';",
  'src/server/orders/plan/assess.ts': "import '../../model/order.js';",
  'src/server/model/order.ts': "import type {Paise} from '../../wire/money.js';",
  'src/sandbox/app.ts':
    "import './account/store.js'; import './browser/frame.ts?classic'; import './home/live.ts?classic';",
  'src/sandbox/account/store.ts': "import '../model/entities.js';",
  'src/sandbox/browser/frame.ts': "import '../model/entities.js';",
  'src/sandbox/home/live.ts': 'export {};',
  'src/sandbox/model/entities.ts': "import type {Paise} from '../../wire/money.js';",
  'demo/serve.ts': "import './shop/shop.js'; import 'rzp-magic-button/server.js';",
  'demo/shop/shop.ts': "import type {Paise} from '../../src/wire/money.js';",
  'demo/pages/browser/page.ts': "import 'rzp-magic-button';",
  'test/samples.ts': 'export {};',
};

type Files = Record<string, string>;
type Offence = [rule: string, file: string, line: string, beside?: Files];

/** The rule, a line that breaks it at the end of a file, and files beside it that break nothing. */
const OFFENCES: Record<string, Offence> = {
  'a file that needs who needs it, if only a type': [
    'no-circle-of-files',
    'src/button/load-press.ts',
    "import type {} from './rzp-magic-button.js';",
  ],
  'an import that leads nowhere': [
    'everything-resolves',
    'src/button/press.ts',
    "import './presss.js';",
  ],
  'a wire that knows the server': [
    'wire-knows-nobody',
    'src/wire/money.ts',
    "import type {} from '../server/model/order.js';",
  ],
  'a wire that needs a package': ['wire-knows-nobody', 'src/wire/money.ts', "import 'lit';"],
  'a part that imports an entry': [
    'entries-by-name',
    'src/sandbox/account/store.ts',
    "import type {} from '../../sandbox.js';",
  ],
  'a source that needs the demo': [
    'src-never-demo-or-test',
    'src/cli.ts',
    "import '../demo/shop/shop.js';",
  ],
  'a source that needs a test': [
    'src-never-demo-or-test',
    'src/cli.ts',
    "import '../test/samples.js';",
  ],
  'a demo that looks into the package': [
    'demo-is-a-merchant',
    'demo/shop/shop.ts',
    "import '../../src/server/http/endpoint.js';",
  ],
  'a demo that needs a test': ['demo-never-test', 'demo/serve.ts', "import '../test/samples.js';"],
  'a checkout that knows the button': [
    'checkout-never-button',
    'src/checkout/start-checkout.ts',
    "import type {} from '../button/define.js';",
  ],
  'a button that knows the server': [
    'browser-half-alone',
    'src/button/press.ts',
    "import type {} from '../server/model/order.js';",
  ],
  'a checkout that knows the sandbox': [
    'browser-half-alone',
    'src/checkout/start-checkout.ts',
    "import type {} from '../sandbox/model/entities.js';",
  ],
  'a checkout that reads files': [
    'browser-without-node',
    'src/checkout/start-checkout.ts',
    "import 'node:fs';",
  ],
  'a server that knows the checkout': [
    'server-alone',
    'src/server/model/order.ts',
    "import type {} from '../../checkout/shell/options.js';",
  ],
  'a server that knows the sandbox': [
    'server-alone',
    'src/server.ts',
    "import './sandbox/model/entities.js';",
  ],
  'a sandbox that knows the server': [
    'sandbox-alone',
    'src/sandbox/model/entities.ts',
    "import type {} from '../../server/model/order.js';",
  ],
  'a doctor that knows the kit': [
    'doctor-alone',
    'src/doctor/doctor.ts',
    "import type {} from '../server/model/order.js';",
  ],
  'a button that calls the doctor': [
    'doctor-for-the-command',
    'src/button/press.ts',
    "import type {} from '../doctor/doctor.js';",
  ],
  'a frame that knows the account': [
    'sandbox-page-knows-the-model-only',
    'src/sandbox/browser/frame.ts',
    "import '../account/store.js';",
  ],
  'a model that knows an endpoint': [
    'model-knows-no-upper-room',
    'src/server/model/order.ts',
    "import '../http/endpoint.js';",
  ],
  'a recovery that needs the vendor': [
    'recovery-never-vendor',
    'src/checkout/recovery/resume-checkouts.ts',
    "import '../vendor/open-session.js';",
  ],
  'a stage that knows the next': [
    'stages-apart',
    'src/checkout/merchant/obtain-order.ts',
    "import type {} from '../vendor/open-session.js';",
  ],
  'a stage beside the story that goes on by itself': [
    'two-tell-the-story',
    'src/checkout/ask-what-became.ts',
    "import './obtain-confirmation.js';",
  ],
  'a shell that knows a stage': [
    'below-the-stages',
    'src/checkout/shell/options.ts',
    "import type {} from '../merchant/obtain-order.js';",
  ],
  'a server that needs a package for developers': [
    'only-declared-packages',
    'src/server/model/order.ts',
    "import 'hono';",
    {
      'node_modules/hono/package.json': '{"name": "hono", "types": "index.d.ts"}',
      'node_modules/hono/index.d.ts': 'export {};',
    },
  ],
  'a file that nobody imports': ['unreachable', 'src/server/http/cors.ts', 'export {};'],
  'two rooms that need each other, on a way over other files': [
    'no-circle-of-rooms',
    'src/server/http/endpoint.ts',
    "import '../orders/plan/assess.js';",
    {
      'src/server/orders/plan/assess.ts': "import '../../http/exchange.js';",
      'src/server/http/exchange.ts': 'export {};',
    },
  ],
  'a subfolder that needs the folder that needs it': [
    'no-circle-of-rooms',
    'src/server/orders/plan/assess.ts',
    "import '../move-order.js';",
    {
      'src/server/orders/move-order.ts': 'export {};',
      'src/server/create-checkout.ts': "import './orders/move-order.js';",
    },
  ],
  'a button that needs React': [
    'react-for-its-entry',
    'src/button/press.ts',
    "import '../react/rzp-magic-button.js';",
    {
      'src/react/rzp-magic-button.ts': 'export {};',
      'src/react.ts': "import './react/rzp-magic-button.js';",
    },
  ],
  'a till that needs the other button': [
    'two-buttons',
    'src/pos/define.ts',
    "import '../button/define.js';",
    {'src/pos/define.ts': 'export {};', 'src/pos.ts': "import './pos/define.js';"},
  ],
  'a till that loads the vendor’s script': [
    'till-without-vendor',
    'src/pos/define.ts',
    "import '../checkout/vendor/open-session.js';",
    {'src/pos/define.ts': 'export {};', 'src/pos.ts': "import './pos/define.js';"},
  ],
  'a stage that the button asks': [
    'button-asks-no-stage',
    'src/button/press.ts',
    "import '../checkout/vendor/open-session.js';",
  ],
  'a source that no test is about': [
    'no-source-without-spec',
    'src/wire/lonely.ts',
    'export const lonely = true;',
  ],
  'a seventeenth file in a folder': [
    'no-full-room',
    'src/wire/word-16.ts',
    'export {};',
    Object.fromEntries(
      Array.from({length: 15}, (_, index) => [
        `src/wire/word-${index + 1}.ts`,
        index ? `import './word-${index}.js';` : 'export {};',
      ]).concat([['src/server/http/endpoint.ts', "import '../../wire/word-15.js';"]]),
    ),
  ],
};

let root: string;
test.beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'house-'));
  const known = [SOUND, ...Object.values(OFFENCES).map(([, , , beside = {}]) => beside)];
  // Each is known to a test.
  const names = known.flatMap((files) => Object.keys(files));
  write({
    'package.json': JSON.stringify(PACKAGE),
    'test/all.spec.ts': `// ${names.join('\n// ')}`,
    ...SOUND,
  });
});
test.afterEach(() => {
  rmSync(root, {recursive: true});
});

/** Adds lines at the ends of files. */
function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), `${text}\n`, {flag: 'a'});
  }
}

test('a package that keeps the rules breaks none', async () => {
  for (const [, , , beside = {}] of Object.values(OFFENCES)) write(beside);

  expect(await brokenRules(root)).toEqual([]);
});

for (const [what, [rule, file, line, beside = {}]] of Object.entries(OFFENCES))
  test(`${rule} refuses ${what}`, async () => {
    write(beside);
    write({[file]: line});

    const broken = await brokenRules(root);

    expect(broken.map((each) => each.rule)).toContain(rule);
    expect(broken.find((each) => each.rule === rule)!.what).toContain(dirname(file));
  });

test('every rule is tried by a line that breaks it', () => {
  const tried = new Set(Object.values(OFFENCES).map(([rule]) => rule));
  expect(RULES.map(({name}) => name).filter((name) => !tried.has(name))).toEqual([]);
});

test('the command fails, and names the rule, its reason and the files', () => {
  write({'src/wire/money.ts': "import 'lit';"});

  const {status, stdout} = spawnSync(process.execPath, ['test/tools/architecture/check.js', root], {
    encoding: 'utf8',
  });

  expect(status).toBe(1);
  expect(stdout).toContain('wire-knows-nobody: Browser, server, sandbox and demo all speak it');
  expect(stdout).toContain('src/wire/money.ts → lit');
});
