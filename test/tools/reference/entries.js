/** The entries of the package: how each is imported, where its source is, its page, what it gives. */
export const ENTRIES = [
  {
    name: 'rzp-magic-button',
    source: 'src/index.ts',
    page: 'button',
    about:
      'Registers `<rzp-magic-button>` and exports its class, events, errors and types. The attributes, events and styles of the tag stand on a [page of their own](tag.md).',
  },
  {
    name: 'rzp-magic-button/element.js',
    source: 'src/element.ts',
    page: 'element',
    about:
      'The class of the tag without registering it, for a name of your own: `customElements.define("pay-button", RzpMagicButton)`. Everything else is the same as in `rzp-magic-button`.',
  },
  {
    name: 'rzp-magic-button/checkout.js',
    source: 'src/checkout.ts',
    page: 'checkout',
    about: 'The checkout without a button, for a page that has a button of its own.',
  },
  {
    name: 'rzp-magic-button/pos.js',
    source: 'src/pos.ts',
    page: 'pos',
    about:
      'Registers `<rzp-pos-button>`, the button of a till that takes payments on a POS device, and exports its class, events, errors and types. The attributes, events and styles of the tag stand on a [page of their own](pos-tag.md).',
  },
  {
    name: 'rzp-magic-button/react.js',
    source: 'src/react.ts',
    page: 'react',
    about:
      'The button as a component, for React 18 and newer. It registers the tag. Needs `react`, and `@types/react` for TypeScript.',
  },
  {
    name: 'rzp-magic-button/server.js',
    source: 'src/server.ts',
    page: 'server',
    about:
      "The merchant's server: the endpoints that the button and Razorpay's servers ask, for any runtime with `fetch` and WebCrypto. Money is an integer in the currency's smallest unit: 34900 is ₹349.",
  },
  {
    name: 'rzp-magic-button/server/sqlite.js',
    source: 'src/server/sqlite.ts',
    page: 'server-sqlite',
    about:
      'Orders in an SQLite file, for one machine. Needs `npm install kysely libsql`; Node 24, Deno and Bun do without `libsql`.',
  },
  {
    name: 'rzp-magic-button/server/postgres.js',
    source: 'src/server/postgres.ts',
    page: 'server-postgres',
    about: 'Orders in PostgreSQL, for several machines. Needs `npm install kysely pg`.',
  },
  {
    name: 'rzp-magic-button/server/ledger.js',
    source: 'src/server/ledger.ts',
    page: 'server-ledger',
    about: 'Orders in a database of your own, by a dialect of Kysely. Needs `npm install kysely`.',
  },
  {
    name: 'rzp-magic-button/server/ledger-suite.js',
    source: 'src/server/ledger-suite.ts',
    page: 'server-ledger-suite',
    about: 'What every ledger has to be, as tests for your own, in whichever runner you have.',
  },
  {
    name: 'rzp-magic-button/sandbox.js',
    source: 'src/sandbox.ts',
    page: 'sandbox',
    about:
      'A stand-in for Razorpay on your machine and in CI: the page scripts, the checkout, the REST API and webhooks. No money moves.',
  },
  {
    name: 'rzp-magic-button/sandbox/playwright.js',
    source: 'src/sandbox/playwright.ts',
    page: 'sandbox-playwright',
    about:
      "Playwright's `test` with a sandbox that starts by itself and a shopper who pays in it. Needs `npm install --save-dev @playwright/test`.",
  },
];
