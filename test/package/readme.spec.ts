import {expect, test} from '@playwright/test';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {withTable} from '../tools/options-table.js';

const readme = readFileSync('README.md', 'utf8');

test("the README's table of options is what the code says", async () => {
  expect(await withTable(readme)).toBe(readme);
});

test('the snippets of the README compile', () => {
  const given = [
    "import type {LineItem, Order} from 'rzp-magic-button/server.js';",
    'declare function yourCatalogue(data: unknown): Promise<LineItem[]>;',
    'declare function yourShipping(status: string, order: Order, tx: unknown): Promise<void>;',
    "declare const button: import('rzp-magic-button').RzpMagicButton;",
    'declare const thanks: HTMLElement;',
    'declare const item: unknown;',
  ];
  const folder = mkdtempSync(join('dist', 'snippets-'));
  try {
    const files = [...readme.matchAll(/```(?:ts|js)\n(.*?)```/gs)].map(([, code], index) => {
      const file = join(folder, `snippet-${index}.ts`);
      // A name that the snippet declares itself is not given.
      const needed = given.filter(
        (line) => !/const (\w+)/.test(line) || !code!.includes('const item'),
      );
      writeFileSync(file, `${needed.join('\n')}\n${code!}\nexport {};\n`);
      return file;
    });
    expect(files.length).toBeGreaterThan(4);
    const settings = join(folder, 'tsconfig.json');
    writeFileSync(
      settings,
      JSON.stringify({
        extends: '../../tsconfig.json',
        compilerOptions: {paths: {}, noUnusedLocals: false},
        include: ['*.ts'],
      }),
    );
    const {status, stdout} = spawnSync(
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', settings],
      {encoding: 'utf8'},
    );
    expect(status, stdout).toBe(0);
  } finally {
    rmSync(folder, {recursive: true});
  }
});
