import type { CellInput } from '../ports';
import { namedNode } from '../references';
import type { CellsNode, Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { addNode } from './add-node';
import { putNode, requireCells } from './change-node';
import { PipelineEditError } from './edit-error';
import { mapAllReferences } from './map-all-references';
import { removeNodes } from './remove-nodes';

/** Names of a node on which only some of its cells bear: what a user decided about them goes with those cells. */
export interface MovedNames {
  /** Read by these cells alone. */
  inputs: readonly string[];
  /** Made by these cells alone. */
  outputs: readonly string[];
}

/**
 * Moves cells from one node to another of the same notebook, with the decisions on their names. Where the other node
 * has a decision of its own, that one stands. What is bound to a moved output is bound to it at the other node.
 * @throws PipelineEditError when the nodes draw from different notebooks.
 */
export function moveCells(
  doc: SharedPipeline,
  from: string,
  to: string,
  cells: readonly string[],
  names: MovedNames
): void {
  const source = requireCells(doc, from);
  const target = requireCells(doc, to);
  if (from === to) {
    return;
  }
  if (source.notebook !== target.notebook) {
    throw new PipelineEditError(
      `Cells of ${source.notebook} cannot run in "${to}", which runs cells of ${target.notebook}.`,
      to,
      ['cells']
    );
  }
  const moved = source.cells.filter(({ id }) => cells.includes(id));
  const held = new Set(target.cells.map(({ id }) => id));
  const inputs = divide(source.inputs, names.inputs);
  const outputs = divide(source.outputs, names.outputs);
  doc.transact(() => {
    const left = source.cells.filter(cell => !moved.includes(cell));
    putNode(doc, from, withDecisions({ ...source, cells: left }, inputs.left, outputs.left));
    putNode(
      doc,
      to,
      withDecisions(
        { ...target, cells: [...target.cells, ...moved.filter(({ id }) => !held.has(id))] },
        { ...inputs.gone, ...target.inputs },
        { ...outputs.gone, ...target.outputs }
      )
    );
    mapAllReferences(doc, ({ to: named }, holder) => {
      const isMoved = 'output' in named && named.node === from && names.outputs.includes(named.output);
      const next = isMoved ? { ...named, node: to } : named;
      // What a node makes itself it needs no binding for.
      return holder === to && 'output' in next && next.node === to ? undefined : next;
    });
  });
}

/**
 * Makes one node of several of one notebook: the first takes the cells of the others, the decisions on their names, and
 * their place in the order; its other settings stay as they are.
 * @throws PipelineEditError when the nodes draw from different notebooks.
 */
export function mergeCells(doc: SharedPipeline, into: string, others: readonly string[]): void {
  doc.transact(() => {
    for (const id of others.filter(other => other !== into)) {
      const { cells, inputs = {}, outputs = {} } = requireCells(doc, id);
      const taken = takenOutputs(doc, id);
      const names = { inputs: Object.keys(inputs), outputs: [...Object.keys(outputs), ...taken] };
      moveCells(
        doc,
        id,
        into,
        cells.map(cell => cell.id),
        names
      );
      const { after = [] } = requireCells(doc, id);
      const merged = requireCells(doc, into);
      const order = [...new Set([...(merged.after ?? []), ...after])].filter(
        before => before !== into && !others.includes(before)
      );
      const { after: _after, ...rest } = merged;
      putNode(doc, into, order.length > 0 ? { ...rest, after: order } : rest);
      mapAllReferences(doc, ({ to }, holder) => {
        if (namedNode(to) !== id) {
          return to;
        }
        return holder === into ? undefined : 'status' in to ? { status: into } : { ...to, node: into };
      });
      removeNodes(doc, [id]);
    }
  });
}

/**
 * Gives cells of a node one of their own, with the same settings and the decisions on their names.
 * @returns The id of the new node.
 */
export function splitCells(
  doc: SharedPipeline,
  from: string,
  cells: readonly string[],
  names: MovedNames,
  position: Position
): string {
  const { title: _title, inputs: _inputs, outputs: _outputs, ...settings } = requireCells(doc, from);
  let id = '';
  doc.transact(() => {
    id = addNode(doc, { ...settings, cells: [] }, position);
    moveCells(doc, from, id, cells, names);
  });
  return id;
}

/** Outputs of a node that are bound somewhere without being exported. */
function takenOutputs(doc: SharedPipeline, id: string): string[] {
  const taken = new Set<string>();
  mapAllReferences(doc, ({ to }) => {
    if ('output' in to && to.node === id) {
      taken.add(to.output);
    }
    return to;
  });
  return [...taken];
}

function divide<T>(all: Record<string, T> | undefined, names: readonly string[]) {
  const entries = Object.entries(all ?? {});
  return {
    gone: Object.fromEntries(entries.filter(([name]) => names.includes(name))),
    left: Object.fromEntries(entries.filter(([name]) => !names.includes(name)))
  };
}

/** A node with these decisions; none at all are left out of the file. */
function withDecisions(
  { inputs: _inputs, outputs: _outputs, ...node }: CellsNode,
  inputs: Record<string, CellInput>,
  outputs: NonNullable<CellsNode['outputs']>
): CellsNode {
  return {
    ...node,
    ...(Object.keys(inputs).length > 0 && { inputs }),
    ...(Object.keys(outputs).length > 0 && { outputs })
  };
}
