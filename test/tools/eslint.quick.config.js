// Lint by what a file says itself, for `npm test -- quick`: to look at types takes most of a minute.
import ts from 'typescript-eslint';
import all from './eslint.config.js';

export default ts.config(all, ts.configs.disableTypeChecked, {
  // What only a rule of types would have said is not said here.
  linterOptions: {reportUnusedDisableDirectives: 'off'},
});
