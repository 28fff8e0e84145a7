// Every entry of the package with types.
export * as element from 'rzp-magic-button/element.js';
export * as index from 'rzp-magic-button';
export * as checkout from 'rzp-magic-button/checkout.js';
export * as pos from 'rzp-magic-button/pos.js';
export * as react from 'rzp-magic-button/react.js';
export * as server from 'rzp-magic-button/server.js';
export * as sqlite from 'rzp-magic-button/server/sqlite.js';
export * as postgres from 'rzp-magic-button/server/postgres.js';
export * as sandbox from 'rzp-magic-button/sandbox.js';
export * as playwright from 'rzp-magic-button/sandbox/playwright.js';
export type * as reactTags from 'rzp-magic-button/types/react.js';
