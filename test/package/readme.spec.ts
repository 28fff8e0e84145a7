import {expect, test} from '@playwright/test';
import {readdirSync, readFileSync} from 'node:fs';
import {compileSnippets} from '../fixtures/package/compile-snippets.js';
import {withTables} from '../tools/reference/generate.js';

const GUIDES = 'demo/docs';
const readme = readFileSync('README.md', 'utf8');

test("the README's tables are what the code says (else: npm run docs:reference)", async () => {
  expect(await withTables(readme)).toBe(readme);
});

test('the snippets of the README and of the guides compile', () => {
  const pages = readdirSync(GUIDES)
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file, readFileSync(`${GUIDES}/${file}`, 'utf8')] as const);
  const snippets = [['readme', readme] as const, ...pages].flatMap(([page, text]) =>
    [...text.matchAll(/```(?:tsx?|js)\n(.*?)```/gs)].map(
      ([, code], index) => [`${page}-${index}.ts`, code!] as const,
    ),
  );
  expect(snippets.length).toBeGreaterThan(10);
  expect(compileSnippets(new Map([...snippets, ['given.ts', GIVEN]]))).toBe('');
});

/** What the reader's shop and page have. */
const GIVEN = `
import type {RzpMagicButton} from 'rzp-magic-button';
import type {createSandbox} from 'rzp-magic-button/sandbox.js';
import type {LineItem, Order} from 'rzp-magic-button/server.js';
declare global {
  function yourCatalogue(data: unknown): Promise<LineItem[]>;
  function yourShipping(status: string, order: Order, tx: unknown): Promise<void>;
  const button: RzpMagicButton;
  const sandbox: Awaited<ReturnType<typeof createSandbox>>;
  const thanks: HTMLElement;
  const app: {use(path: string, handler: unknown): void};
  const express: {static(folder: string): unknown};
}`;
