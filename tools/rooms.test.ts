import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const BOUNDARY = 'boundaries/dependencies';
const PACKAGE = 'no-restricted-imports';
const GLOBAL = 'no-restricted-globals';

/** Files with one thing each that their room must not do. Rules that know types want names of files that exist. */
const WRONG: [file: string, code: string, rule: string][] = [
  ['src/flow/x.ts', "import { compile } from '../kubeflow';\ncompile();", BOUNDARY],
  ['src/flow/x.ts', "import type { Compiled } from '../kubeflow';\nexport type X = Compiled;", BOUNDARY],
  ['src/flow/x.ts', "export * from '../kubeflow';", BOUNDARY],
  ['src/flow/x.ts', "export const later = import('../kubeflow');", BOUNDARY],
  ['src/flow/x.ts', "import { nodeSchema } from '../pipeline/schema';\nnodeSchema();", BOUNDARY],
  ['src/flow/deep/x.ts', "import { nodeSchema } from '../../pipeline/schema';\nnodeSchema();", BOUNDARY],
  ['src/actions/index.ts', "import { Canvas } from '../canvas';\nCanvas();", BOUNDARY],
  ['src/canvas/index.ts', "import { Inspector } from '../panels';\nInspector();", BOUNDARY],
  ['src/runs/x.ts', "import { explain } from '../../cli/failure';\nexplain();", BOUNDARY],
  ['cli/x.ts', "import { Canvas } from '../src/canvas';\nCanvas();", BOUNDARY],
  ['server/x.ts', "import { Canvas } from '../src/lab';\nCanvas();", BOUNDARY],
  ['src/notebook/x.ts', "import { useState } from 'react';\nuseState();", PACKAGE],
  ['src/runtime/x.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('a');", PACKAGE],
  ['src/actions/index.ts', "import { useReactFlow } from '@xyflow/react';\nuseReactFlow();", PACKAGE],
  ['src/pools/x.ts', "import { Widget } from '@lumino/widgets';\nWidget();", PACKAGE],
  ['src/kubeflow/x.ts', "import { Doc } from 'yjs';\nDoc();", PACKAGE],
  ['src/pipeline/x.ts', "import { Doc } from 'yjs';\nDoc();", PACKAGE],
  ['src/pools/x.ts', 'export const title = document.title;', GLOBAL],
  ['src/checks/rules/x.ts', 'export const home = process.env.HOME;', GLOBAL],
  ['src/runs/x.ts', "export const answer = fetch('https://example.org');", GLOBAL]
];

const RIGHT: [file: string, code: string][] = [
  ['src/flow/x.ts', "import { readPipeline } from '../pipeline';\nreadPipeline();"],
  ['src/flow/deep/x.ts', "import { order } from '../order';\norder();"],
  ['src/pipeline/shared/x.ts', "import { Doc } from 'yjs';\nDoc();"],
  ['src/flow/x.test.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('a');"],
  [
    'cli/x.ts',
    "import { join } from 'node:path';\nimport { compile } from '../src/kubeflow';\ncompile(join());"
  ]
];

const eslint = new ESLint({ cwd: ROOT });

/** Names of the rules that a file with this content breaks. */
async function broken(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(ROOT, file) });
  expect(result?.messages.filter(({ fatal }) => fatal)).toEqual([]);
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

test.each(WRONG)(
  'lint refuses in %s: %s',
  async (file, code, rule) => {
    expect(await broken(file, code)).toEqual([rule]);
  },
  60_000
);

test.each(RIGHT)(
  'lint allows in %s: %s',
  async (file, code) => {
    expect(await broken(file, code)).toEqual([]);
  },
  60_000
);
