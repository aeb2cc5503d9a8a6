import { type AnalyzedNotebook, planSteps } from '../notebook';
import { type CellRef, type CellsNode, isCells, type PipelineNode } from '../pipeline';
import type { PlannedNode } from './cell-ports';
import type { FlowCell, NotebookFault, NotebookSource } from './flow';
import { offerElsewhere } from './found-elsewhere';
import { isFault, readCells } from './read-cells';
import { stepFiles } from './step-files';

/** What the cells of a pipeline say. */
export interface PlannedCells {
  /** The cells of each `cells` node, by its id. */
  cells: ReadonlyMap<string, FlowCell[]>;
  /** By id; none for nodes whose notebook could not be read. */
  plans: ReadonlyMap<string, PlannedNode>;
  /** Notebooks that could not be read, by path. */
  faults: ReadonlyMap<string, NotebookFault>;
}

/**
 * Reads the cells of each notebook and plans its steps, with what each needs and from which node. Nodes of one
 * notebook feed each other within one pipeline file; what is in a file of its own is planned by itself.
 */
export function planCells(
  nodes: Record<string, PipelineNode>,
  fileOf: ReadonlyMap<string, string>,
  source: NotebookSource
): PlannedCells {
  const cells = new Map<string, { path: string; cells: FlowCell[] }>();
  const plans = new Map<string, PlannedNode>();
  const faults = new Map<string, NotebookFault>();
  const notebooks = new Map<string, AnalyzedNotebook>();
  for (const { path, ids } of nodesByNotebook(nodes, fileOf)) {
    const found = source.notebook(path);
    const read = readCells(
      ids.map(id => nodes[id] as CellsNode),
      found
    );
    ids.forEach((id, i) => cells.set(id, { path, cells: read[i] }));
    if (isFault(found)) {
      faults.set(path, found);
      continue;
    }
    notebooks.set(path, found);
    const standing = read.map(standingCells);
    const groups = standing.map(refs => refs.map(({ id }) => id));
    const steps = planSteps(found.cells, groups);
    const files = stepFiles(steps, ids, nodes);
    steps.forEach((plan, i) => {
      const id = ids[i];
      const node = { ...(nodes[id] as CellsNode), cells: standing[i] };
      plans.set(id, { id, node, notebook: found, plan, peers: ids, files: files[i] });
    });
  }
  return { cells: offerElsewhere(cells, notebooks), plans, faults };
}

/** The cells that were found, as they stand. */
export const standingCells = (cells: readonly FlowCell[]): CellRef[] =>
  cells.filter(({ index }) => index >= 0).map(({ ref }) => ref);

/** The nodes that are planned together, sorted by their ids. */
export function nodesByNotebook(
  nodes: Record<string, PipelineNode>,
  fileOf: ReadonlyMap<string, string>
): Iterable<{ path: string; ids: string[] }> {
  const found = new Map<string, { path: string; ids: string[] }>();
  for (const id of Object.keys(nodes).sort()) {
    const node = nodes[id];
    if (isCells(node)) {
      const key = `${fileOf.get(id) ?? ''}\0${node.notebook}`;
      const entry = found.get(key) ?? { path: node.notebook, ids: [] };
      entry.ids.push(id);
      found.set(key, entry);
    }
  }
  return found.values();
}
