import type { AnalyzedNotebook, StepNeed, StepPlan } from '../notebook';
import { type Binding, type CellInput, type CodeNode, isNotebook, isParameterType } from '../pipeline';
import type { FlowLiteral, FlowPort } from './flow';
import { notebookCell } from './notebook-cells';
import { ownCells } from './own-cells';
import { ownLiterals } from './own-literals';
import type { PortTypes } from './port-types';
import { withTagged } from './set-by-tagged';
import type { StepFile } from './step-files';

/** A node that runs cells, with the plan of its step. */
export interface PlannedNode {
  id: string;
  /** With its cells as they stand in the notebook; those that were not found are left out. */
  node: CodeNode;
  notebook: AnalyzedNotebook;
  plan: StepPlan;
  /** Ids of all nodes that are planned together, in the order of the plan's groups. */
  peers: string[];
  /** Files that it reads from its peers. */
  files: readonly StepFile[];
}

/**
 * Inputs of a node that runs cells: what the code needs, changed by what the user decided. A whole notebook has its
 * parameters too, which may stay empty.
 * @param fed what feeds literals that it copies from other nodes
 */
export function cellInputs(
  planned: PlannedNode,
  fed: Readonly<Record<string, CellInput>>,
  types: PortTypes
): FlowPort[] {
  const { id } = planned;
  const decided = planned.node.inputs ?? {};
  const needs = planned.plan.needs.filter(({ kind }) => kind !== 'file' && kind !== 'order');
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
  const parameters = ownLiterals(planned)
    .filter(({ name, tagged }) => isNotebook(planned.node) && tagged && !isDecided(decided[name]))
    .map(literal => parameterPort(literal, decided[literal.name]));
  const brought = files.map(file => filePort(planned, file, decided[file.input], types));
  return [
    ...ports,
    ...brought,
    ...extra.map(([name, input]) => extraPort(planned, name, input, types)),
    ...copied,
    ...parameters
  ]
    .map(port => withTagged(port, planned))
    .sort(byName);
}

/** Inputs of a node whose notebook could not be read: only what the user bound. */
export function boundInputs(id: string, node: CodeNode, types: PortTypes): FlowPort[] {
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

const isDecided = (input: CellInput | undefined) => input?.from !== undefined || input?.removed === true;

/** The literal stays what it is unless something is put in its place. */
function parameterPort(literal: FlowLiteral, decided: CellInput | undefined): FlowPort {
  const type = decided?.type ?? literal.type ?? 'string';
  return { name: literal.name, type, derived: true, optional: true, inCode: literal };
}

/** A name that the user feeds though nothing says that it is needed: a literal gets the value in its place. */
function extraPort(planned: PlannedNode, name: string, input: CellInput, types: PortTypes): FlowPort {
  const port = boundPort(planned.id, name, input, types);
  const literal = ownLiterals(planned).find(each => each.name === name);
  if (!literal) {
    return isRead(planned, name) ? port : { ...port, unread: true };
  }
  // An artifact is no literal: where one is declared, a check says that it does not fit.
  const type = input.type ?? (isParameterType(port.type) ? port.type : (literal.type ?? port.type));
  return { ...port, type };
}

/** Whether a name that is not needed may still be read: before the cells define it, or by code that cannot be followed. */
function isRead(planned: PlannedNode, name: string): boolean {
  const facts = ownCells(planned).map(cell => cell.facts);
  const reads = !isNotebook(planned.node) && facts.some(({ needs }) => needs.includes(name));
  const isLiteral = planned.plan.literals.some(each => each.name === name);
  return reads || isLiteral || facts.some(({ opaque }) => opaque.length > 0);
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
