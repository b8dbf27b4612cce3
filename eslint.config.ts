import type { Linter } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Clock, chance and ids are passed in: what runs twice with the same input answers the same. */
const impureProperties = [
  { object: 'Date', property: 'now', message: 'The clock is passed in.' },
  { object: 'Date', property: 'parse', message: 'Read instants with parseInstant.' },
  { object: 'Math', property: 'random', message: 'Chance is passed in.' },
  { object: 'Temporal', property: 'Now', message: 'The clock is passed in.' },
  { object: 'crypto', property: 'randomUUID', message: 'Ids are passed in.' },
  { object: 'performance', property: 'now', message: 'The clock is passed in.' },
] as const;

const noDates = { selector: 'NewExpression[callee.name="Date"]', message: 'Instants are numbers in UTC; the clock is passed in.' };

const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'Only erasable syntax: use a union of literals.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is rendered as text.' },
] as const;

const config: Linter.Config[] = [
  { ignores: ['dist/', 'release/', 'node_modules/', 'test-results/', 'playwright-report/', 'coverage/', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...(tseslint.configs.strictTypeChecked as Linter.Config[]),
  {
    languageOptions: { parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Style, not faults: a void call may be returned from a short function, and our texts are split by character.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': ['error', ...everywhere],
      'no-eval': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['shared/**', 'renderer/features/**'],
    rules: {
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-syntax': ['error', ...everywhere, noDates],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks as never },
    rules: {
      ...(reactHooks.configs.recommended.rules),
      // Speaks of the React compiler's memoisation, which is not used here.
      'react-hooks/incompatible-library': 'off',
    },
  },
  { files: ['electron/station/cli/**', 'scripts/**', 'test/bench/**', 'bin/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**'],
    rules: {
      // Tests read recorded data and hand over deliberately wrong input.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.mjs'], ...(tseslint.configs.disableTypeChecked as Linter.Config) },
];

export default config;
