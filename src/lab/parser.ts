import runtimeUrl from 'web-tree-sitter/web-tree-sitter.wasm';
import pythonUrl from 'tree-sitter-python/tree-sitter-python.wasm';
import { type CellAnalyzer, createAnalyzer, type ParserBytes } from '../notebook';

let analyzer: Promise<CellAnalyzer> | undefined;

async function bytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`The Python grammar could not be loaded (${response.status} ${response.statusText}).`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** The parser of cells, as files. */
export async function parserBytes(): Promise<ParserBytes> {
  const [runtime, python] = await Promise.all([bytes(runtimeUrl), bytes(pythonUrl)]);
  return { runtime, python };
}

/** The analyser of cells on this page, loaded at first use. A failed load is tried again. */
export function loadAnalyzer(): Promise<CellAnalyzer> {
  analyzer ??= parserBytes()
    .then(createAnalyzer)
    .catch(error => {
      analyzer = undefined;
      throw error;
    });
  return analyzer;
}
