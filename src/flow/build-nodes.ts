import { isCode, type PipelineNode } from '../pipeline';
import { boundInputs, cellInputs, type PlannedNode } from './cell-ports';
import { declaredInputs, declaredOutputs, settingPorts } from './declared-ports';
import { reason } from './edges';
import { codeFacts } from './code-facts';
import { codeProblems } from './code-problems';
import { type Feeders, fedLiterals, literalFeeders } from './fed-literals';
import type { EdgeReason, FlowNode, FlowPort } from './flow';
import { titleOf } from './node-title';
import type { PlannedCells } from './plan-cells';
import type { PortTypes } from './port-types';
import { removedNeeds } from './removed-needs';
import { stepImports } from './step-imports';
import { stepRequirements } from './step-requirements';

/** The nodes of a flow, by id and in the order of their ids; those that run cells without their outputs. */
export function buildNodes(
  nodes: Record<string, PipelineNode>,
  fileOf: ReadonlyMap<string, string>,
  planned: PlannedCells,
  types: PortTypes
): Map<string, FlowNode> {
  const result = new Map<string, FlowNode>();
  const feeders = literalFeeders(planned.plans);
  for (const id of Object.keys(nodes).sort()) {
    const node = nodes[id];
    const cells = planned.cells.get(id);
    const step = planned.plans.get(id);
    const file = fileOf.get(id);
    const imports = step ? stepImports(step) : [];
    result.set(id, {
      id,
      node,
      title: titleOf(id, node, cells),
      inputs: [...namedInputs(id, node, planned, feeders, types), ...settingPorts(id, node, types)],
      outputs: isCode(node) ? [] : declaredOutputs(node),
      cells: cells ?? [],
      prelude: step?.plan.prelude ?? [],
      clashes: step ? openClashes(step) : [],
      offers: step?.plan.offers ?? [],
      ...codeFacts(step),
      ...codeProblems(step),
      ...removedNeeds(step),
      imports,
      requirements: step ? stepRequirements(step, planned.plans) : [],
      magics: step?.plan.magics === true || imports.includes('IPython'),
      ...languageOf(step),
      ...(file !== undefined && { fileOf: file })
    });
  }
  return result;
}

function namedInputs(
  id: string,
  node: PipelineNode,
  { plans }: PlannedCells,
  feeders: Feeders,
  types: PortTypes
): FlowPort[] {
  const step = plans.get(id);
  if (step) {
    return cellInputs(step, fedLiterals(step, feeders, types), types);
  }
  return isCode(node) ? boundInputs(id, node, types) : declaredInputs(node);
}

function languageOf(step: PlannedNode | undefined): Pick<FlowNode, 'language'> {
  const language = step?.notebook.language ?? 'python';
  return language === 'python' || language === 'ipython' ? {} : { language };
}

/** Clashes of names that the code alone feeds: what a user decided is one value, or none. */
function openClashes(planned: PlannedNode): EdgeReason[] {
  const decided = planned.node.inputs ?? {};
  return planned.plan.clashes
    .filter(({ name }) => !decided[name]?.from && !decided[name]?.removed)
    .map(clash => reason(planned, clash));
}
