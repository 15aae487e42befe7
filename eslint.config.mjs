import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', '.tmp/**', 'test/fixtures/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    // One program for the whole run: a third less time than the project service.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { 'office-addins': officeAddins },
    rules: {
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      // Nothing here is an enum or a class passed as a value, and the two cost a fifth of the run.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    // What is planted and what finds it share no code (design.md 11).
    files: ['src/core/*.ts', 'src/core/causes/**', 'src/core/checks/**', 'src/core/policy/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/selfTest/*'], message: 'What finds credits does not know what plants them.' }] }] },
  },
  {
    files: ['src/core/selfTest/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(\\.\\./)+(?!\\.\\./)(?!(ledger|credit|money|day|policy/policy)$)(?!(chance|draft|fields|plainAccounts|moves|plant|shape)$)(?!plants/)', message: 'Plantings know the data, not the rules that find credits.' }] },
      ],
    },
  },
  {
    files: ['src/excel/**', 'src/commands/**', 'src/taskpane/**'],
    rules: {
      'office-addins/call-sync-after-load': 'error', 'office-addins/call-sync-before-read': 'error', 'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error', 'office-addins/no-empty-load': 'error', 'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error', 'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off', '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['src/cli/**', 'scripts/**', 'bench/**', 'test/quality/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs', '**/*.js', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['webpack.config.js', '**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
