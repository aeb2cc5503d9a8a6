import type { AnalyzedCell, StepLiteral } from '../notebook';
import type { PlannedNode } from './cell-ports';
import type { CellNames, FlowLiteral, FlowNode } from './flow';
import { literalValue } from './literal-value';
import { codeLine, notebookCell } from './notebook-cells';

/** Tag of cells whose literals are the parameters of a notebook (papermill's convention). */
const PARAMETERS = 'parameters';

/** What the cells of a node say of the names that a user can decide on; nothing when they could not be read. */
export function codeFacts(
  planned: PlannedNode | undefined
): Pick<FlowNode, 'made' | 'writes' | 'literals' | 'names'> {
  if (!planned) {
    return { made: {}, writes: [], literals: [], names: [] };
  }
  const { plan } = planned;
  const own = ownCells(planned);
  const ids = new Set(own.map(({ id }) => id));
  return {
    made: madeBy(planned, own),
    writes: plan.files.writes,
    literals: plan.literals.filter(({ cell }) => ids.has(cell)).map(literal => flowLiteral(planned, literal)),
    names: own.map(cell => cellNames(planned, cell))
  };
}

/** The cells of a node in notebook order. */
function ownCells({ node, notebook }: PlannedNode): AnalyzedCell[] {
  return node.cells.flatMap(({ id }) => notebookCell(notebook, id) ?? []).sort((a, b) => a.index - b.index);
}

/** What a step's plan needs at a cell belongs to it too: a function that it calls may read names of its own. */
function cellNames({ plan }: PlannedNode, { id, facts }: AnalyzedCell): CellNames {
  const needed = plan.needs.filter(need => need.read.cell === id).map(need => need.name);
  const changed = facts.statements.flatMap(({ uses }) =>
    uses.filter(({ kind }) => kind === 'update' || kind === 'maybeUpdate').map(({ name }) => name)
  );
  const sorted = (names: string[]) => [...new Set(names)].sort();
  return {
    cell: id,
    reads: sorted([...facts.needs, ...needed]),
    makes: sorted([...facts.defines, ...changed])
  };
}

/** What the last plain assignment of each offered name calls, or which literal it is. */
function madeBy({ plan }: PlannedNode, own: readonly AnalyzedCell[]): Record<string, string> {
  const offered = new Set(plan.offers);
  const made: Record<string, string> = {};
  for (const { facts } of own) {
    for (const use of facts.statements.flatMap(({ uses }) => uses)) {
      if (use.kind === 'bind' && offered.has(use.name)) {
        delete made[use.name];
        if (use.made !== undefined) {
          made[use.name] = use.made;
        }
      }
    }
  }
  return made;
}

function flowLiteral({ notebook }: PlannedNode, literal: StepLiteral): FlowLiteral {
  const cell = notebookCell(notebook, literal.cell);
  const text = cell && statementText(cell, literal);
  const value = text === undefined ? undefined : literalValue(text.slice(text.indexOf('=') + 1));
  return {
    ...codeLine(notebook, literal),
    name: literal.name,
    tagged: cell?.tags.includes(PARAMETERS) ?? false,
    ...(value && { value: value.value })
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
