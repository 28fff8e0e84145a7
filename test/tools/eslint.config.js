// What a file says itself. The rules that ask for types are oxlint's, in `.oxlintrc.json`: it takes
// them from the compiler that is a program of the machine, in a tenth of the time.
import js from '@eslint/js';
import ts from 'typescript-eslint';
import * as lit from 'eslint-plugin-lit';
import * as wc from 'eslint-plugin-wc';
import a11y from 'eslint-plugin-lit-a11y';

const flat = (plugin) => (plugin.configs ?? plugin.default.configs)['flat/recommended'];

export default ts.config(
  {ignores: ['dist/**']},
  js.configs.recommended,
  ts.configs.strict,
  ts.configs.stylistic,
  flat(lit),
  flat(wc),
  {plugins: {'lit-a11y': a11y}, rules: a11y.configs.recommended.rules},
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Properties come from the table of options by interface merging.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
      'wc/guard-super-call': 'off',
    },
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
    files: ['test/{server,wire,chaos,doctor,cli,tools}/**/*.spec.ts', 'test/cli.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@playwright/test',
          importNames: ['test'],
          message:
            'Take it from test/fixtures/server/test.ts, so that one worker takes these tests too.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.test.ts', 'test/fixtures/browser/**'],
    rules: {'@typescript-eslint/no-unused-expressions': 'off'},
  },
  {
    // Augmentations: what is said of all tags is added to the interfaces of others.
    files: ['src/types/**'],
    rules: {
      '@typescript-eslint/no-empty-object-type': [
        'error',
        {allowInterfaces: 'with-single-extends'},
      ],
    },
  },
  {
    // A component, for a page and its server.
    files: ['demo/frameworks/**/*.js'],
    languageOptions: {globals: {customElements: 'readonly'}},
  },
  {
    files: ['**/*.js'],
    languageOptions: {
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
