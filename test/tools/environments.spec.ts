import {expect} from '@playwright/test';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {test} from '../fixtures/server/test.js';

/** A name of a page, one of Node, and one of the unit tests' runner. */
const NAMES = ['document', 'process', 'describe'];

/** Which of them do not compile where. */
const REFUSED: Record<string, string[]> = {
  'src/index.ts': ['process', 'describe'],
  'src/element.ts': ['process', 'describe'],
  'src/checkout.ts': ['process', 'describe'],
  'src/cdn.ts': ['process', 'describe'],
  'src/react.ts': ['process', 'describe'],
  'src/react-server.ts': ['process', 'describe'],
  'src/pos-react-server.ts': ['process', 'describe'],
  'src/pos.ts': ['process', 'describe'],
  'src/pos-cdn.ts': ['process', 'describe'],
  'src/pos/offence.ts': ['process', 'describe'],
  'src/react/offence.ts': ['process', 'describe'],
  'src/button/offence.ts': ['process', 'describe'],
  'src/checkout/offence.ts': ['process', 'describe'],
  'src/checkout/shell/offence.ts': ['process', 'describe'],
  'src/wire/offence.ts': ['document', 'process', 'describe'],
  'src/server.ts': ['document', 'describe'],
  'src/server/offence.ts': ['document', 'describe'],
  'src/server/http/offence.ts': ['document', 'describe'],
  'src/sandbox.ts': ['document', 'describe'],
  'src/sandbox/offence.ts': ['document', 'describe'],
  'src/sandbox/model/offence.ts': ['document', 'describe'],
  'src/sandbox/browser/frame/offence.ts': ['process', 'describe'],
  'src/sandbox/home/live.ts': ['process', 'describe'],
  'src/sandbox/home/offence.ts': ['document', 'describe'],
  'src/doctor/offence.ts': ['document', 'describe'],
  'src/doctor/page/read-page.ts': ['process', 'describe'],
  'src/cli.ts': ['document', 'describe'],
  'demo/offence.ts': ['document', 'describe'],
  'demo/shop/offence.ts': ['document', 'describe'],
  'demo/pages/browser/offence.ts': ['process', 'describe'],
  'vite.config.ts': ['document', 'describe'],
  'test/button/offence.test.ts': ['process'],
  'test/fixtures/browser/offence.ts': ['process'],
  'test/server/offence.spec.ts': ['describe'],
  'test/fixtures/server/offence.ts': ['describe'],
};

test('a name that an environment lacks does not compile there, and what it has does', () => {
  test.setTimeout(120_000);
  const root = mkdtempSync(join(tmpdir(), 'environments-'));
  try {
    for (const file of ['tsconfig.json', 'test/tools/tsconfig']) {
      cpSync(file, join(root, file), {recursive: true});
    }
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(resolve('node_modules/@types'), join(root, 'node_modules/@types'));
    for (const path of Object.keys(REFUSED)) {
      mkdirSync(dirname(join(root, path)), {recursive: true});
      writeFileSync(join(root, path), `export const names: unknown[] = [${NAMES.join(', ')}];\n`);
    }
    writeFileSync(join(root, 'src/build.d.ts'), '');

    const {stdout} = spawnSync(
      process.execPath,
      [resolve('node_modules/typescript7/bin/tsc'), '--build', '--pretty', 'false'],
      {cwd: root, encoding: 'utf8'},
    );

    const refused: Record<string, Set<string>> = {};
    for (const line of stdout.split('\n').filter(Boolean)) {
      const [, path, name] =
        /^(.+)\(\d+,\d+\): error TS\d+: Cannot find name '(\w+)'/.exec(line) ?? [];
      expect(path, line).toBeTruthy();
      (refused[path!] ??= new Set()).add(name!);
    }
    expect(refused).toEqual(
      Object.fromEntries(Object.entries(REFUSED).map(([path, names]) => [path, new Set(names)])),
    );
  } finally {
    rmSync(root, {recursive: true});
  }
});
