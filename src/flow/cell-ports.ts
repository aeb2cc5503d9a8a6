import type { AnalyzedNotebook, StepNeed, StepPlan } from '../notebook';
import type { Binding, CellInput, CellsNode } from '../pipeline';
import type { FlowPort } from './flow';
import { notebookCell } from './notebook-cells';
import type { PortTypes } from './port-types';
import type { StepFile } from './step-files';

/** A `cells` node with the plan of its step. */
export interface PlannedNode {
  id: string;
  node: CellsNode;
  notebook: AnalyzedNotebook;
  plan: StepPlan;
  /** Ids of all nodes of this notebook, in the order of the plan's groups. */
  peers: string[];
  /** Files that it reads from its peers. */
  files: readonly StepFile[];
}

/**
 * Inputs of a `cells` node: what the code needs, changed by what the user decided.
 * @param fed what feeds literals that it copies from other nodes
 */
export function cellInputs(
  planned: PlannedNode,
  fed: Readonly<Record<string, CellInput>>,
  types: PortTypes
): FlowPort[] {
  const { id } = planned;
  const decided = planned.node.inputs ?? {};
  const needs = planned.plan.needs.filter(need => need.kind !== 'file');
  const files = planned.files.filter(({ input }) => !decided[input]?.removed);
  const needed = new Set([...needs.map(need => need.name), ...planned.files.map(({ input }) => input)]);
  const ports = needs
    .filter(need => !decided[need.name]?.removed)
    .map(need => neededPort(planned, need, decided[need.name], types));
  const extra = Object.entries(decided).filter(
    ([name, input]) => input.from && !input.removed && !needed.has(name)
  );
  const copied = Object.entries(fed)
    .filter(([name]) => !decided[name]?.from && !decided[name]?.removed && !needed.has(name))
    .map(([name, input]) => boundPort(id, name, { ...input, ...decided[name] }, types, true));
  const brought = files.map(file => filePort(planned, file, decided[file.input], types));
  return [
    ...ports,
    ...brought,
    ...extra.map(([name, input]) => boundPort(id, name, input, types)),
    ...copied
  ].sort(byName);
}

/** Inputs of a `cells` node whose notebook could not be read: only what the user bound. */
export function boundInputs(id: string, node: CellsNode, types: PortTypes): FlowPort[] {
  return Object.entries(node.inputs ?? {})
    .filter(([, input]) => input.from && !input.removed)
    .map(([name, input]) => boundPort(id, name, input, types))
    .sort(byName);
}

const byName = (a: FlowPort, b: FlowPort) => (a.name < b.name ? -1 : 1);

function boundPort(id: string, name: string, input: CellInput, types: PortTypes, derived = false): FlowPort {
  const type = input.type ?? types.binding(input.from, id);
  return { name, type, binding: input.from, derived, optional: false };
}

function filePort(
  { id }: PlannedNode,
  { path, input, source, output }: StepFile,
  decided: CellInput | undefined,
  types: PortTypes
): FlowPort {
  const from = decided?.from ?? { node: source, output };
  return { ...boundPort(id, input, { ...decided, from }, types, !decided?.from), file: path };
}

function neededPort(
  planned: PlannedNode,
  need: StepNeed,
  decided: CellInput | undefined,
  types: PortTypes
): FlowPort {
  if (decided?.from) {
    return boundPort(planned.id, need.name, decided, types);
  }
  const { from } = need;
  const binding: Binding | undefined =
    from && 'group' in from ? { node: planned.peers[from.group], output: need.name } : undefined;
  const port: FlowPort = {
    name: need.name,
    type: decided?.type ?? types.binding(binding, planned.id),
    derived: true,
    optional: need.soft
  };
  const cell = from && 'cell' in from ? notebookCell(planned.notebook, from.cell) : undefined;
  return {
    ...port,
    ...(binding && { binding }),
    ...(cell && { writtenIn: { notebook: planned.notebook.path, cell: cell.id, index: cell.index } })
  };
}
