// Writes how many unit tests passed, and which did not, for the summary of `npm test`.
import {mkdirSync, writeFileSync} from 'node:fs';

/** All tests of a suite and of the suites in it. */
const testsOf = (suite) =>
  suite ? [...suite.tests, ...suite.suites.flatMap((inner) => testsOf(inner))] : [];

export const counts = (folder) => ({
  onTestRunFinished({sessions}) {
    const all = sessions.flatMap(({testResults}) => testsOf(testResults));
    const skipped = all.filter((test) => test.skipped).length;
    const passed = all.filter((test) => test.passed && !test.skipped).length;
    // A file that did not load has no tests: it counts as one that failed.
    const broken = sessions.filter(
      ({passed, testResults}) => !passed && !testsOf(testResults).length,
    );
    const failed = all.length - skipped - passed + broken.length;
    const failures = [
      ...all.filter((test) => !test.passed && !test.skipped).map(({name}) => name),
      ...broken.map(({testFile}) => testFile),
    ];
    mkdirSync(folder, {recursive: true});
    writeFileSync(`${folder}/unit.json`, JSON.stringify({passed, failed, skipped, failures}));
  },
});
