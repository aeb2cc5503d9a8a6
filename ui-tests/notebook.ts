import { createHash } from 'node:crypto';

/** A cell as tests write it: its id, `#` first for Markdown, and its source. */
export type TestCell = [id: string, source: string];

/** The text of a notebook of these cells. */
export function notebookText(cells: TestCell[], metadata: Record<string, object> = {}): string {
  return JSON.stringify({
    cells: cells.map(([id, source]) => ({
      ...(id.startsWith('#')
        ? { cell_type: 'markdown' }
        : { cell_type: 'code', execution_count: null, outputs: [] }),
      id: id.replace('#', ''),
      metadata: metadata[id] ?? {},
      source
    })),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' }
    },
    nbformat: 4,
    nbformat_minor: 5
  });
}

/** A cell as a node holds it, drawn with this source. */
export function cellRef(id: string, source: string): { id: string; hash: string } {
  return { id, hash: createHash('sha256').update(source.trimEnd()).digest('hex').slice(0, 16) };
}

/** The text of a pipeline of `cells` nodes, one below the other: for each its notebook and its cells. */
export function pipelineText(nodes: Record<string, [notebook: string, cells: TestCell[]]>): string {
  const ids = Object.keys(nodes);
  return JSON.stringify({
    weft: 1,
    id: 'live0000000000000000000',
    name: 'live',
    nodes: Object.fromEntries(
      ids.map(id => {
        const [notebook, cells] = nodes[id];
        return [id, { kind: 'cells', notebook, cells: cells.map(cell => cellRef(...cell)) }];
      })
    ),
    layout: Object.fromEntries(ids.map((id, i) => [id, [40, 40 + 140 * i]]))
  });
}
