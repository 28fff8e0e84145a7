// Who may import whom, and why: rules for dependency-cruiser over `src` and `demo`, types included.
// What one edge of the graph can't tell, such as a circle of rooms, stands in rooms.js.

/** What the package exports: others reach these files by the package's name, never by their path. */
const ENTRIES =
  '^src/((index|element|checkout|pos|(pos-)?react-server|react|server|sandbox|cdn|pos-cdn|cli)|server/(ledger|ledger-suite|sqlite|postgres)|sandbox/playwright)\\.ts$';

/** Files with which a program starts: what none of them reaches is not shipped. */
const STARTS = [
  ENTRIES,
  // The build puts them in the place of load-press.ts and the like in the shells of the CDN.
  '^src/(button/load-(press|speech)|pos/load-(sale|speech))-beside-(module|script)\\.ts$',
  '^demo/serve\\.ts$',
  '^demo/pages/browser/(page|gallery/gallery)\\.ts$',
  '^demo/docs/site/(main|browser/(scheme|site|live|playground))\\.ts$',
].join('|');

/** Declarations without an importer: the compiler reads them because they are there. */
const AMBIENT = '\\.d\\.ts$';

const forbid = (name, comment, from, to, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
  ...more,
});

export const RULES = [
  forbid(
    'no-circle-of-files',
    'Files that need each other are one file, or hide a third that both need.',
    {},
    {circular: true},
  ),
  forbid(
    'everything-resolves',
    'An import that leads nowhere hides from all other rules. (The own name is what was installed; the types of a framework build upon what a merchant has; Node 20 lacks a module.)',
    {pathNot: '^src/types/'},
    {couldNotResolve: true, pathNot: '^(rzp-magic-button(/|$)|node:sqlite$)'},
  ),
  forbid(
    'wire-knows-nobody',
    'Browser, server, sandbox and demo all speak it, so it works in each of them and needs zod at most.',
    {path: '^src/wire/'},
    {pathNot: '^src/wire/|^node_modules/zod/'},
  ),
  forbid(
    'entries-by-name',
    'An entry collects what is public. A part that imports one loads everything and closes a circle.',
    {path: '^(src|demo)/', pathNot: '^src/(index|(pos-)?react-server)\\.ts$'},
    {path: ENTRIES},
  ),
  forbid(
    'src-never-demo-or-test',
    'What is shipped can not depend on what is not.',
    {path: '^src/'},
    {path: '^(demo|test)/'},
  ),
  forbid(
    'demo-is-a-merchant',
    'The demo proves what a merchant can do, so it has the entries of the package, and src/wire for words. Only the gallery shows what no merchant can make: any state, without a purchase.',
    {path: '^demo/', pathNot: '^demo/pages/browser/gallery/'},
    {path: '^src/', pathNot: '^src/wire/'},
  ),
  forbid('demo-never-test', 'A shop does not run its tests.', {path: '^demo/'}, {path: '^test/'}),
  forbid(
    'checkout-never-button',
    'A checkout works without the button: who imports it must not load an element.',
    {path: '^src/checkout(/|\\.ts$)'},
    {path: '^src/(button|face|pos)/'},
  ),
  forbid(
    'two-buttons',
    'Who has one of the two buttons does not load the other: what both need stands in checkout and face.',
    {path: '^src/(button|pos)/'},
    {path: '^src/(button|pos)/', pathNot: '^src/$1/'},
  ),
  forbid(
    'till-without-vendor',
    'A till has no script of the vendor’s in its page: the device is the merchant’s server’s to reach.',
    {path: '^src/pos/'},
    {path: '^src/checkout/(vendor|script)/'},
  ),
  forbid(
    'react-for-its-entry',
    'Who has no React imports the button: nothing but the entries for React may need it.',
    {path: '^src/', pathNot: '^src/(react(/|\\.ts$)|(pos-)?react-server\\.ts$|types/)'},
    {path: '^src/react/|^node_modules/(@types/)?react/'},
  ),
  forbid(
    'browser-half-alone',
    'Server and sandbox hold secrets and need Node: neither may reach a shopper’s page.',
    {
      path: '^src/(button|face|pos|checkout|react|wire)(/|\\.ts$)|^src/(index|element|cdn|pos-cdn)\\.ts$',
    },
    {path: '^src/(server|sandbox)(/|\\.ts$)'},
  ),
  forbid(
    'browser-without-node',
    'A browser has no modules of Node.',
    {
      path: '^src/(button|face|pos|checkout|react|wire|sandbox/browser)/|^src/(sandbox/home/live|doctor/page/read-page)\\.ts$',
    },
    {dependencyTypes: ['core']},
  ),
  forbid(
    'server-alone',
    'The server runs where there is neither a page nor a sandbox: it speaks src/wire with them.',
    {path: '^src/server(/|\\.ts$)'},
    {path: '^src/', pathNot: '^src/(server|wire)/'},
  ),
  forbid(
    'sandbox-alone',
    'The sandbox plays Razorpay: what it borrowed from our own side would hide our mistakes.',
    {path: '^src/sandbox(/|\\.ts$)'},
    {path: '^src/', pathNot: '^src/(sandbox|wire)/'},
  ),
  forbid(
    'doctor-alone',
    'The doctor looks from outside: what it borrowed from the button or the kit would find them right.',
    {path: '^src/doctor/'},
    {path: '^src/', pathNot: '^src/(doctor|wire)/'},
  ),
  forbid(
    'doctor-for-the-command',
    'It starts browsers and reads the environment, as nothing does that a shop runs.',
    {path: '^src/', pathNot: '^src/(doctor/|cli/doctor\\.ts$)'},
    {path: '^src/doctor/'},
  ),
  forbid(
    'sandbox-page-knows-the-model-only',
    'The page script and the frame run in the browser: of the rest of the sandbox they know its words.',
    {path: '^src/sandbox/browser/|^src/sandbox/home/live\\.ts$'},
    {path: '^src/sandbox/', pathNot: '^src/sandbox/(browser|model)/'},
  ),
  forbid(
    'model-knows-no-upper-room',
    'The words of a part stand below everything that is done with them.',
    {path: '^src/(server|sandbox)/model/'},
    {path: '^src/', pathNot: '^src/($1/model|wire)/'},
  ),
  forbid(
    'recovery-never-vendor',
    'What brings a payment home on a later page view must not need the vendor’s script.',
    {path: '^src/checkout/recovery/'},
    {path: '^src/checkout/vendor/'},
  ),
  forbid(
    'stages-apart',
    'A stage that knew the next one would hide the order of things: open-order and run-checkout tell it.',
    {path: '^src/checkout/(request|merchant|vendor)/'},
    {path: '^src/checkout/', pathNot: '^src/checkout/($1|shell|script|storage|events|words)/'},
  ),
  forbid(
    'two-tell-the-story',
    'run-checkout and open-order say in which order the stages come; each other stage knows the purchase at most.',
    {path: '^src/checkout/[^/]+\\.ts$', pathNot: '/(start-checkout|run-checkout|open-order)\\.ts$'},
    {path: '^src/checkout/[^/]+\\.ts$', pathNot: '/purchase\\.ts$'},
  ),
  forbid(
    'button-asks-no-stage',
    'What a press does is told by run-checkout alone, with a button and without one.',
    {path: '^src/(button|face)/'},
    {path: '^src/checkout/(merchant|vendor)/'},
  ),
  forbid(
    'below-the-stages',
    'Shell, storage, events, words and what is said in them serve every stage and can not need one.',
    {path: '^src/checkout/(shell|script|storage|events|said|language|words)/'},
    {
      path: '^src/checkout/',
      pathNot: '^src/checkout/(shell|script|storage|events|said|language|words)/',
    },
  ),
  forbid(
    'only-declared-packages',
    'Who installs the package has its dependencies and maybe its peers. (The sandbox is built into one file.)',
    {path: '^src/', pathNot: '^src/sandbox/'},
    {dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm-peer']},
  ),
  forbid(
    'unreachable',
    'Source that no entry reaches is shipped or deleted.',
    {path: STARTS},
    {path: '^(src|demo)/', pathNot: [STARTS, AMBIENT], reachable: false},
  ),
];
