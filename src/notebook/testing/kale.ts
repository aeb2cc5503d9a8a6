/** A cell as tests of Kale write it: its source, its tags, and metadata besides. */
export type KaleCell = [source: string, tags?: string[], metadata?: object];

/** The text of a notebook with tagged code cells, called c0, c1 and so on, and Kale's metadata. */
export function kaleText(cells: readonly KaleCell[], metadata?: object): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: metadata ? { kubeflow_notebook: metadata } : {},
    cells: cells.map(([source, tags = [], more = {}], index) => ({
      id: `c${index}`,
      cell_type: 'code',
      source,
      metadata: { tags, ...more }
    }))
  });
}
