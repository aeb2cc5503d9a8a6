import jupyter from '@jupyter/eslint-plugin';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';
import { allowed, PACKAGE_RULES, ROOMS } from './tools/rooms.mjs';

const TESTS = ['**/*.test.{ts,tsx}', 'src/*/testing/**', 'ui-tests/**'];
const PURE = ROOMS.filter(room => room.pure);

/** Globals of a browser or of Node that a pure room must not reach for. */
const FOREIGN = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'fetch',
  'process',
  'Buffer',
  'require',
  'setTimeout'
];

/** What a room may not import: packages of other rooms. */
function forbiddenPackages(room) {
  return PACKAGE_RULES.filter(rule => !rule.rooms.includes(room.name)).flatMap(rule => rule.packages);
}

/** A room sees all of itself, and only the index of the rooms before it. */
function roomPolicy(room) {
  const others = allowed(room).filter(name => name !== room.name);
  return {
    from: { element: { type: room.name } },
    allow: [
      { to: { element: { type: room.name } } },
      ...others.map(name => ({ to: { element: { type: name, fileInternalPath: 'index.ts' } } }))
    ]
  };
}

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      '.venv',
      '.setup',
      'lib',
      'dist',
      'jupyterlab_weft/labextension',
      'jupyterlab_weft/node',
      'examples',
      'ui-tests/test-results'
    ]
  },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-redeclare': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      eqeqeq: 'error',
      curly: 'error',
      'max-lines': ['error', { max: 400 }]
    }
  },
  {
    files: ['src/lab/**/*.{ts,tsx}'],
    ...jupyter.configs.recommended,
    languageOptions: { parserOptions: { projectService: true } }
  },
  {
    files: ['src/*/**/*.{ts,tsx}', 'server/**/*.ts', 'cli/**/*.ts'],
    ignores: TESTS,
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.node.json' } },
      'boundaries/elements': ROOMS.map(room => ({ type: room.name, pattern: room.path }))
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies: ROOMS.map(roomPolicy) }]
    }
  },
  ...ROOMS.map(room => ({
    files: [`${room.path}/**/*.{ts,tsx}`],
    ignores: TESTS,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbiddenPackages(room) }] }] }
  })),
  {
    files: ['src/pipeline/**/*.ts'],
    ignores: ['src/pipeline/shared/**', 'src/pipeline/edits/**', ...TESTS],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: [...forbiddenPackages(ROOMS[2]), 'yjs'], message: 'Only src/pipeline/shared knows Yjs.' }
          ]
        }
      ]
    }
  },
  {
    files: PURE.map(room => `${room.path}/**/*.ts`),
    ignores: TESTS,
    rules: { 'no-restricted-globals': ['error', ...FOREIGN] }
  }
);
