// The rules of the house: which file may import which, and where the files lie.
import {readdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {cruise} from 'dependency-cruiser';
import {circlesOfRooms, fullRooms} from './rooms.js';
import {RULES} from './rules.js';
import {sourcesWithoutSpec} from './specs.js';

const FOLDERS = ['src', 'demo'];

/** Everything in a package that breaks a rule: `{rule, reason, what}`. */
export async function brokenRules(root) {
  const {output} = await cruise(FOLDERS, {
    baseDir: root,
    validate: true,
    ruleSet: {forbidden: RULES},
    // Types are imports too: what only the compiler follows makes circles as well.
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    doNotFollow: {path: 'node_modules'},
    // Projects of their own, with packages that are not installed here.
    exclude: {path: '^demo/frameworks/'},
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'types']},
  });
  const imports = output.modules.flatMap(({source, dependencies}) =>
    dependencies.map(({resolved}) => [source, resolved]),
  );
  const ours = imports.filter((files) => files.every((file) => /^(src|demo)\//.test(file)));
  const sources = filesOf(root, 'src');
  return [
    ...output.summary.violations.map(violation),
    ...circlesOfRooms(ours),
    ...fullRooms(sources),
    ...sourcesWithoutSpec(root, sources, filesOf(root, 'test')),
  ];
}

function violation({rule, from, to, cycle}) {
  const path = cycle ? [from, ...cycle.map(({name}) => name)] : from === to ? [from] : [from, to];
  return {
    rule: rule.name,
    reason: RULES.find(({name}) => name === rule.name).comment,
    what: path.join(' → '),
  };
}

const filesOf = (root, folder) =>
  readdirSync(`${root}/${folder}`, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [root = fileURLToPath(new URL('../../..', import.meta.url))] = process.argv.slice(2);
  const broken = await brokenRules(root);
  for (const name of new Set(broken.map(({rule}) => rule))) {
    const those = broken.filter(({rule}) => rule === name);
    console.log(`${name}: ${those[0].reason}`);
    for (const {what} of those) console.log(`  ${what.replaceAll('\n', '\n  ')}`);
    console.log();
  }
  console.log(broken.length ? `${broken.length} times a rule is broken.` : 'All rules hold.');
  process.exitCode = broken.length ? 1 : 0;
}
