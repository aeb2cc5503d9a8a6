import runtimeUrl from 'web-tree-sitter/web-tree-sitter.wasm';
import pythonUrl from 'tree-sitter-python/tree-sitter-python.wasm';
import { type CellAnalyzer, createAnalyzer } from '../notebook';

let analyzer: Promise<CellAnalyzer> | undefined;

async function bytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`The Python grammar could not be loaded (${response.status} ${response.statusText}).`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** The analyser of cells, loaded at first use and shared by all editors. A failed load is tried again. */
export function loadAnalyzer(): Promise<CellAnalyzer> {
  analyzer ??= Promise.all([bytes(runtimeUrl), bytes(pythonUrl)])
    .then(([runtime, python]) => createAnalyzer({ runtime, python }))
    .catch(error => {
      analyzer = undefined;
      throw error;
    });
  return analyzer;
}
