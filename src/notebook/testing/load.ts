import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createAnalyzer } from '../analyzer';
import type { CellAnalyzer } from '../analyzer';

const require = createRequire(import.meta.url);

/** The real parser, for tests. */
export function loadAnalyzer(): Promise<CellAnalyzer> {
  return createAnalyzer({
    runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    python: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'))
  });
}
