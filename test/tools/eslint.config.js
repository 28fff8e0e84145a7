import js from '@eslint/js';
import ts from 'typescript-eslint';
import * as lit from 'eslint-plugin-lit';
import * as wc from 'eslint-plugin-wc';
import a11y from 'eslint-plugin-lit-a11y';

const root = new URL('../..', import.meta.url).pathname;
const flat = (plugin) => (plugin.configs ?? plugin.default.configs)['flat/recommended'];

export default ts.config(
  {ignores: ['dist/**']},
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {allowDefaultProject: ['test/tools/*.js']},
        tsconfigRootDir: root,
      },
    },
  },
  flat(lit),
  flat(wc),
  {plugins: {'lit-a11y': a11y}, rules: a11y.configs.recommended.rules},
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Absent and empty are one for a text.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', {ignorePrimitives: {string: true}}],
      // `@click=${this.pay}`: Lit binds the host.
      '@typescript-eslint/unbound-method': 'off',
      // Properties come from the table of options by interface merging.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      'wc/guard-super-call': 'off',
    },
  },
  {
    // Entries export an old name beside the new one.
    files: ['src/*.ts'],
    rules: {'@typescript-eslint/no-deprecated': 'off'},
  },
  {
    files: ['src/{button,checkout,face}/**/*.ts'],
    ignores: ['src/checkout/shell/safe-document.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name="document"], VariableDeclarator[id.type="ObjectPattern"][init.name="document"]',
          message: 'HTML can shadow each property of the document: take it from safeDocument.',
        },
      ],
    },
  },
  {
    files: ['test/**', 'demo/**'],
    rules: {'@typescript-eslint/no-non-null-assertion': 'off'},
  },
  {
    files: ['test/**/*.test.ts', 'test/fixtures/browser/**'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // `equal()` is typed as a promise, for comparisons with snapshots.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: [{from: 'package', name: 'Equal', package: 'chai'}]},
      ],
    },
  },
  {
    // What does not compile has no type.
    files: ['test/types/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.js'],
    ...ts.configs.disableTypeChecked,
    languageOptions: {
      ...ts.configs.disableTypeChecked.languageOptions,
      globals: {
        Buffer: 'readonly',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
