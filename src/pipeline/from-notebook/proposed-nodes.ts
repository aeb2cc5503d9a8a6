import {
  type AnalyzedNotebook,
  isCellsTitle,
  planSteps,
  type Proposal,
  type ProposedParameter,
  type ProposedStep
} from '../../notebook';
import type { CellsNode, Parameter } from '../schema';

export interface ProposedNodes {
  /** One for each chosen step, in their order. */
  nodes: CellsNode[];
  /** By name; those that a drawn step uses. */
  parameters: Record<string, Parameter>;
}

/**
 * The nodes of the chosen steps, with a title where it says more than their cells do, whose heading it would follow no
 * more; their literals of parameter cells are bound to parameters of the pipeline.
 * @param path path of the notebook, relative to the folder of the pipeline
 */
export function proposedNodes(
  path: string,
  notebook: AnalyzedNotebook,
  proposal: Proposal,
  chosen: readonly ProposedStep[] = proposal.steps
): ProposedNodes {
  const plans = planSteps(
    notebook.cells,
    chosen.map(({ cells }) => cells)
  );
  const byId = new Map(notebook.cells.map(cell => [cell.id, cell]));
  const parameters: Record<string, Parameter> = {};
  const nodes = chosen.map((step, i): CellsNode => {
    const used = proposal.parameters.filter(({ cell, name }) =>
      plans[i].literals.some(literal => literal.cell === cell && literal.name === name)
    );
    used.forEach(({ name, type, value }) => (parameters[name] = { type, default: value }));
    const own = step.cells.flatMap(id => byId.get(id) ?? []);
    return {
      kind: 'cells',
      ...(!isCellsTitle(step.title, own) && { title: step.title }),
      notebook: path,
      cells: step.cells.map(id => ({ id, hash: byId.get(id)?.hash ?? '' })),
      ...(used.length > 0 && { inputs: inputsOf(used) }),
      ...(step.gpu === 'needs' && { resources: { accelerator: 'nvidia.com/gpu', accelerators: 1 } })
    };
  });
  return { nodes, parameters };
}

const inputsOf = (used: readonly ProposedParameter[]): NonNullable<CellsNode['inputs']> =>
  Object.fromEntries(used.map(({ name }) => [name, { from: { parameter: name } }]));
