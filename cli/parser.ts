import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { CellAnalyzer } from '../src/notebook';
import { createAnalyzer } from '../src/notebook';

let analyzer: Promise<CellAnalyzer> | undefined;

/** The analyser of cells, loaded at first use. */
export function loadAnalyzer(): Promise<CellAnalyzer> {
  analyzer ??= Promise.all([
    grammar('web-tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm'),
    grammar('tree-sitter-python.wasm', 'tree-sitter-python/tree-sitter-python.wasm')
  ]).then(([runtime, python]) => createAnalyzer({ runtime, python }));
  return analyzer;
}

/** An installed command has the file beside it, a checkout has it in its packages. */
function grammar(file: string, inPackage: string): Promise<Uint8Array> {
  const beside = fileURLToPath(new URL(file, import.meta.url));
  return readFile(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(inPackage));
}
