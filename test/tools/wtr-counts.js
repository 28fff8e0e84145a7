// Keeps what became of the unit tests, file by file, for the summary of `npm test`.
import {mkdirSync, writeFileSync} from 'node:fs';
import {readJson} from './read-json.js';

/** All tests of a suite and of the suites in it. */
const testsOf = (suite) =>
  suite ? [...suite.tests, ...suite.suites.flatMap((inner) => testsOf(inner))] : [];

function outcomeOf({passed: isWhole, testFile, testResults}) {
  const all = testsOf(testResults);
  const skipped = all.filter((test) => test.skipped).length;
  const failures = all.filter((test) => !test.passed && !test.skipped).map(({name}) => name);
  const passed = all.length - skipped - failures.length;
  // A file that did not load has no tests: it counts as one that failed.
  return {passed, skipped, failures: isWhole || all.length ? failures : [testFile]};
}

/** Files that run once more in the same folder have the last word. */
export const counts = (folder) => ({
  onTestRunFinished({sessions}) {
    const outcomes = sessions.map((session) => [session.testFile, outcomeOf(session)]);
    const path = `${folder}/unit.json`;
    mkdirSync(folder, {recursive: true});
    writeFileSync(path, JSON.stringify({...readJson(path), ...Object.fromEntries(outcomes)}));
  },
});

/** What was counted so far; nothing of a runner that broke before. */
export function readCounts(folder) {
  const outcomes = readJson(`${folder}/unit.json`);
  if (!outcomes) return undefined;
  const all = Object.values(outcomes);
  const sum = (count) => all.reduce((total, outcome) => total + count(outcome), 0);
  return {
    passed: sum(({passed}) => passed),
    failed: sum(({failures}) => failures.length),
    skipped: sum(({skipped}) => skipped),
    failures: all.flatMap(({failures}) => failures),
    failedFiles: Object.keys(outcomes).filter((file) => outcomes[file].failures.length),
  };
}
