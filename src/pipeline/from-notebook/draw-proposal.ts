import { type AnalyzedNotebook, planSteps, type Proposal, type ProposedStep } from '../../notebook';
import { addNode } from '../edits/add-node';
import { setParameter } from '../edits/set-parameter';
import { canonicalJson } from '../file/write-pipeline';
import { type CellsNode, isCells, type Parameter, type Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { proposedNodes } from './proposed-nodes';

/** Room for a card and its wires, in flow units. */
const COLUMN = 330;
const ROW = 180;

/**
 * Adds the chosen steps of a proposal to a pipeline, as one undo step: left to right by what they depend on, below
 * what is there. A parameter whose name has another meaning in the pipeline already gets a number behind its name.
 * @param path path of the notebook, relative to the folder of the pipeline
 * @param chosen steps of the proposal
 * @returns the ids of the nodes, in the order of the steps
 */
export function drawProposal(
  doc: SharedPipeline,
  path: string,
  notebook: AnalyzedNotebook,
  proposal: Proposal,
  chosen: readonly ProposedStep[] = proposal.steps
): string[] {
  const { nodes, parameters } = proposedNodes(path, notebook, proposal, chosen);
  const places = placesOf(notebook, chosen, below(doc));
  const ids: string[] = [];
  doc.transact(() => {
    const names = declare(doc, path, parameters);
    nodes.forEach((node, i) => ids.push(addNode(doc, renamed(node, names), places[i])));
  });
  return ids;
}

function below({ pipeline: { layout } }: SharedPipeline): Position {
  const places = Object.values(layout);
  return places.length === 0
    ? [0, 0]
    : [Math.min(...places.map(([x]) => x)), Math.max(...places.map(([, y]) => y)) + ROW];
}

/** Declares parameters; gives their names in the pipeline. */
function declare(
  doc: SharedPipeline,
  path: string,
  parameters: Readonly<Record<string, Parameter>>
): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, parameter] of Object.entries(parameters)) {
    const known = doc.stored.parameters;
    let key = name;
    for (let count = 2; Object.hasOwn(known, key) && !feeds(doc, path, name, key); count++) {
      if (canonicalJson(known[key]) === canonicalJson(parameter)) {
        break;
      }
      key = `${name}_${count}`;
    }
    if (!Object.hasOwn(known, key)) {
      setParameter(doc, key, parameter);
    }
    names.set(name, key);
  }
  return names;
}

/** An earlier step of the notebook gets the name from this parameter already. */
function feeds(doc: SharedPipeline, path: string, name: string, parameter: string): boolean {
  return Object.values(doc.stored.nodes).some(node => {
    const from = isCells(node) && node.notebook === path ? node.inputs?.[name]?.from : undefined;
    return from !== undefined && 'parameter' in from && from.parameter === parameter;
  });
}

function renamed(node: CellsNode, names: ReadonlyMap<string, string>): CellsNode {
  if (!node.inputs) {
    return node;
  }
  const inputs = Object.keys(node.inputs).map(name => [
    name,
    { from: { parameter: names.get(name) ?? name } }
  ]);
  return { ...node, inputs: Object.fromEntries(inputs) as CellsNode['inputs'] };
}

/** Steps side by side by the longest way to them; those at the same distance one below the other. */
function placesOf(notebook: AnalyzedNotebook, chosen: readonly ProposedStep[], [x, y]: Position): Position[] {
  const depths: number[] = [];
  const filled = new Map<number, number>();
  const plans = planSteps(
    notebook.cells,
    chosen.map(({ cells }) => cells)
  );
  return plans.map(({ needs }, i) => {
    const sources = needs.flatMap(({ from }) =>
      from && 'group' in from && from.group < i ? [depths[from.group]] : []
    );
    depths[i] = Math.max(-1, ...sources) + 1;
    const row = filled.get(depths[i]) ?? 0;
    filled.set(depths[i], row + 1);
    return [x + depths[i] * COLUMN, y + row * ROW];
  });
}
