import type { AnalyzedNotebook, StepNeed, StepPlan } from '../notebook';
import type { Binding, CellInput, CellsNode, Pipeline, PortType } from '../pipeline';
import type { FlowPort } from './flow';
import { bindingType } from './port-types';

/** A `cells` node with the plan of its step. */
export interface PlannedNode {
  id: string;
  node: CellsNode;
  notebook: AnalyzedNotebook;
  plan: StepPlan;
  /** Ids of all nodes of this notebook, in the order of the plan's groups. */
  peers: string[];
}

type Asked = ReadonlyMap<string, ReadonlyMap<string, PortType>>;

/**
 * Inputs of a `cells` node: what the code needs, changed by what the user decided.
 * @param fed what feeds literals that it copies from other nodes
 */
export function cellInputs(
  planned: PlannedNode,
  fed: Readonly<Record<string, CellInput>>,
  pipeline: Pipeline,
  asked: Asked
): FlowPort[] {
  const decided = planned.node.inputs ?? {};
  const needs = planned.plan.needs.filter(need => need.kind !== 'file');
  const needed = new Set(needs.map(need => need.name));
  const ports = needs
    .filter(need => !decided[need.name]?.removed)
    .map(need => neededPort(planned, need, decided[need.name], pipeline, asked));
  const extra = Object.entries(decided).filter(
    ([name, input]) => input.from && !input.removed && !needed.has(name)
  );
  const copied = Object.entries(fed)
    .filter(([name]) => !decided[name]?.from && !decided[name]?.removed && !needed.has(name))
    .map(([name, input]) => boundPort(name, { ...input, ...decided[name] }, pipeline, asked, true));
  return [...ports, ...extra.map(([name, input]) => boundPort(name, input, pipeline, asked)), ...copied].sort(
    byName
  );
}

/** Inputs of a `cells` node whose notebook could not be read: only what the user bound. */
export function boundInputs(node: CellsNode, pipeline: Pipeline, asked: Asked): FlowPort[] {
  return Object.entries(node.inputs ?? {})
    .filter(([, input]) => input.from && !input.removed)
    .map(([name, input]) => boundPort(name, input, pipeline, asked))
    .sort(byName);
}

const byName = (a: FlowPort, b: FlowPort) => (a.name < b.name ? -1 : 1);

function boundPort(
  name: string,
  input: CellInput,
  pipeline: Pipeline,
  asked: Asked,
  derived = false
): FlowPort {
  const type = input.type ?? bindingType(input.from, pipeline, asked);
  return { name, type, binding: input.from, derived, optional: false };
}

function neededPort(
  planned: PlannedNode,
  need: StepNeed,
  decided: CellInput | undefined,
  pipeline: Pipeline,
  asked: Asked
): FlowPort {
  if (decided?.from) {
    return boundPort(need.name, decided, pipeline, asked);
  }
  const { from } = need;
  const binding: Binding | undefined =
    from && 'group' in from ? { node: planned.peers[from.group], output: need.name } : undefined;
  const port: FlowPort = {
    name: need.name,
    type: decided?.type ?? bindingType(binding, pipeline, asked),
    derived: true,
    optional: need.soft
  };
  const cell =
    from && 'cell' in from ? planned.notebook.cells.find(other => other.id === from.cell) : undefined;
  return {
    ...port,
    ...(binding && { binding }),
    ...(cell && { writtenIn: { notebook: planned.notebook.path, cell: cell.id, index: cell.index } })
  };
}
