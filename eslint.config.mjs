import jupyter from '@jupyter/eslint-plugin';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';
import { allowed, PACKAGE_RULES, ROOMS } from './tools/rooms.mjs';

/** JupyterLab's own conventions: of extensions, of their settings, and of their browser tests. All are on. */
const [extension, settings, galata] = jupyter.configs.recommended;

const TESTS = ['**/*.test.{ts,tsx}', 'src/*/testing/**', 'server/testing/**', 'ui-tests/**'];
const PURE = ROOMS.filter(room => room.pure);

/**
 * What JupyterLab asks of a plugin before the first pipeline opens: labels of commands, and factories that make
 * models and widgets without waiting. They load the editor itself, and React Flow, when it is wanted.
 */
const NEEDED_AT_START = [
  '../../actions',
  '../factory',
  '../live/live',
  '../live/save-state-widget',
  '../model',
  '../palette-widget',
  '../panel-widget'
];

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
    files: ['**/*.{ts,tsx,mjs,mts,cjs}'],
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
    ...extension,
    files: ['src/{actions,canvas,panels,lab}/**/*.{ts,tsx}'],
    ignores: TESTS,
    plugins: { jupyter },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    rules: {
      ...extension.rules,
      'jupyter/prefer-lazy-imports': ['warn', { ignoreImports: NEEDED_AT_START }]
    }
  },
  { ...settings, files: ['schema/lab/*.json'], plugins: { jupyter } },
  { ...galata, files: ['ui-tests/**/*.spec.ts'], plugins: { jupyter } },
  {
    files: ['src/*/**/*.{ts,tsx}', 'server/**/*.ts', 'cli/**/*.ts'],
    ignores: TESTS,
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs'] } },
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
