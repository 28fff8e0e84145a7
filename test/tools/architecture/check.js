// The rules of the house: which file may import which, and where the files lie.
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {cruise} from 'dependency-cruiser';
import {circlesOfRooms, fullRooms} from './rooms.js';
import {RULES} from './rules.js';

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
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'types']},
  });
  const imports = output.modules.flatMap(({source, dependencies}) =>
    dependencies.map(({resolved}) => [source, resolved]),
  );
  const ours = imports.filter((files) => files.every((file) => /^(src|demo)\//.test(file)));
  return [
    ...output.summary.violations.map(violation),
    ...circlesOfRooms(ours),
    ...fullRooms(files(`${root}/src`, 'src')),
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

const files = (folder, name) =>
  readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = `${name}/${entry.name}`;
    return entry.isDirectory() ? files(`${folder}/${entry.name}`, path) : [path];
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const broken = await brokenRules(
    process.argv[2] ?? fileURLToPath(new URL('../../..', import.meta.url)),
  );
  for (const name of new Set(broken.map(({rule}) => rule))) {
    const those = broken.filter(({rule}) => rule === name);
    console.log(`${name}: ${those[0].reason}`);
    for (const {what} of those) console.log(`  ${what.replaceAll('\n', '\n  ')}`);
    console.log();
  }
  console.log(broken.length ? `${broken.length} rules broken.` : 'All rules hold.');
  process.exitCode = broken.length ? 1 : 0;
}
