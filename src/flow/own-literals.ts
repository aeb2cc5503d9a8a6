import {
  type AnalyzedCell,
  type AnalyzedNotebook,
  literalValue,
  PARAMETERS,
  readLiteral,
  type StepLiteral
} from '../notebook';
import type { LiteralTypes } from './asked-types';
import type { PlannedNode } from './cell-ports';
import type { FlowLiteral } from './flow';
import { codeLine, notebookCell } from './notebook-cells';
import { ownCells } from './own-cells';

const known = new WeakMap<PlannedNode, FlowLiteral[]>();

/** The literals of a node's own cells in whose place a parameter can be fed; found once for each plan. */
export function ownLiterals(planned: PlannedNode): FlowLiteral[] {
  const found = known.get(planned) ?? findLiterals(planned);
  known.set(planned, found);
  return found;
}

function findLiterals(planned: PlannedNode): FlowLiteral[] {
  const own = new Set(ownCells(planned).map(({ id }) => id));
  return planned.plan.literals
    .filter(({ cell }) => own.has(cell))
    .map(literal => flowLiteral(planned.notebook, literal));
}

/** The types of the literals of all nodes, by node and name. */
export function literalTypes(plans: ReadonlyMap<string, PlannedNode>): LiteralTypes {
  const typesOf = (planned: PlannedNode) =>
    ownLiterals(planned).flatMap(({ name, type }) => (type === undefined ? [] : [[name, type] as const]));
  return new Map([...plans].map(([id, planned]) => [id, new Map(typesOf(planned))]));
}

function flowLiteral(notebook: AnalyzedNotebook, literal: StepLiteral): FlowLiteral {
  const cell = notebookCell(notebook, literal.cell);
  const text = cell && statementText(cell, literal);
  const written = text?.slice(text.indexOf('=') + 1) ?? '';
  const value = readLiteral(written);
  const type = literalValue(written)?.type;
  return {
    ...codeLine(notebook, literal),
    name: literal.name,
    tagged: cell?.tags.includes(PARAMETERS) ?? false,
    ...(value && { value: value.value }),
    ...(type !== undefined && { type })
  };
}

/** The statement that sets a literal, as written. */
function statementText(
  { facts, factsSource }: AnalyzedCell,
  { name, line }: StepLiteral
): string | undefined {
  const found = facts.statements.find(
    ({ startLine, uses }) => startLine === line && uses.some(use => use.kind === 'bind' && use.name === name)
  );
  if (!found) {
    return undefined;
  }
  const lines = factsSource.split('\n').slice(found.startLine - 1, found.endLine);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, found.endColumn);
  lines[0] = lines[0].slice(found.startColumn);
  return lines.join('\n');
}
