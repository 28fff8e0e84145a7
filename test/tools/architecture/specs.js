// Each source has a spec: one in the same place of `test`, or one that names it.
import {existsSync, readFileSync} from 'node:fs';
import ts from 'typescript';

/** What only the compiler reads is tried by the compiler. */
const isOfTypesAlone = (path) => {
  const options = {
    target: ts.ScriptTarget.ESNext,
    removeComments: true,
    verbatimModuleSyntax: true,
  };
  const {outputText} = ts.transpileModule(readFileSync(path, 'utf8'), {compilerOptions: options});
  return /^(\s*export \{\};)?\s*$/.test(outputText);
};

/** The sources that no test is about. */
export function sourcesWithoutSpec(root, sources, tests) {
  const texts = tests
    .filter((path) => /\.(spec|test)\.ts$/.test(path))
    .map((path) => readFileSync(`${root}/${path}`, 'utf8'));
  return sources
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .filter((path) => {
      const name = path.replace(/\.ts$/, '');
      const mirrored = name.replace(/^src\//, `${root}/test/`);
      return (
        !['spec', 'test'].some((kind) => existsSync(`${mirrored}.${kind}.ts`)) &&
        !texts.some((text) => ['.js', '.ts'].some((end) => text.includes(name + end))) &&
        !isOfTypesAlone(`${root}/${path}`)
      );
    })
    .map((path) => ({
      rule: 'no-source-without-spec',
      reason: 'A source is tried by the test in the same place, or by one that names it.',
      what: path,
    }));
}
