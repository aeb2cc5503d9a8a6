import {
  type AnalyzedNotebook,
  planSteps,
  type Proposal,
  type ProposedStep,
  type StepPlan
} from '../../notebook';
import { addNode } from '../edits/add-node';
import { setParameter } from '../edits/set-parameter';
import { newNodeId } from '../id';
import { canonicalJson } from '../file/write-pipeline';
import { type CellsNode, isCells, type Parameter, type Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { proposedNodes } from './proposed-nodes';

/** Room for a card and its wires, in flow units: a card that is high for its ports takes more. */
const COLUMN = 330;
const ROW = 180;
const ABOVE_AND_BELOW_PORTS = 140;
const PORT = 24;

/**
 * Adds the chosen steps of a proposal to a pipeline, as one undo step: left to right by what they depend on, beside
 * steps of it that are drawn already, else below what is there. A parameter whose name has another meaning in the pipeline already gets a number behind its name.
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
  const places = placesOf(doc, path, notebook, proposal);
  const ids: string[] = [];
  doc.transact(() => {
    const names = declare(doc, path, parameters);
    nodes.forEach((node, i) => {
      const id = newNodeId(chosen[i].title, taken => doc.isTaken(taken));
      ids.push(addNode(doc, renamed(node, names), places(chosen[i]), id));
    });
  });
  return ids;
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

/**
 * Where each step goes: side by side by the longest way to them, those at the same distance one below the other; and
 * all of them beside a step that is drawn already, else below what is there.
 */
function placesOf(
  doc: SharedPipeline,
  path: string,
  notebook: AnalyzedNotebook,
  { steps }: Proposal
): (step: ProposedStep) => Position {
  const grid = gridOf(notebook, steps);
  const { nodes, layout } = doc.pipeline;
  const [x, y] = offset();
  return step => {
    const [column, row] = grid.get(step) ?? [0, 0];
    return [x + column, y + row];
  };

  function offset(): Position {
    for (const [id, node] of Object.entries(nodes)) {
      const drawn =
        isCells(node) && node.notebook === path
          ? steps.find(({ cells }) => cells[0] === node.cells[0]?.id)
          : undefined;
      const at = drawn && grid.get(drawn);
      if (at && Object.hasOwn(layout, id)) {
        return [layout[id][0] - at[0], layout[id][1] - at[1]];
      }
    }
    const places = Object.values(layout);
    return places.length === 0
      ? [0, 0]
      : [Math.min(...places.map(([left]) => left)), Math.max(...places.map(([, top]) => top)) + ROW];
  }
}

function gridOf(notebook: AnalyzedNotebook, steps: readonly ProposedStep[]): Map<ProposedStep, Position> {
  const depths: number[] = [];
  const filled = new Map<number, number>();
  const plans = planSteps(
    notebook.cells,
    steps.map(({ cells }) => cells)
  );
  const rooms = roomsOf(plans);
  return new Map(
    plans.map(({ needs }, i): [ProposedStep, Position] => {
      const sources = needs.flatMap(({ from }) =>
        from && 'group' in from && from.group < i ? [depths[from.group]] : []
      );
      depths[i] = Math.max(-1, ...sources) + 1;
      const top = filled.get(depths[i]) ?? 0;
      filled.set(depths[i], top + rooms[i]);
      return [steps[i], [depths[i] * COLUMN, top]];
    })
  );
}

/** The height that each step takes: nothing of it is resolved yet, so its ports are counted by its plan. */
function roomsOf(plans: readonly StepPlan[]): number[] {
  const given = plans.map(() => new Set<string>());
  for (const { name, from } of plans.flatMap(({ needs }) => needs)) {
    if (from && 'group' in from) {
      given[from.group].add(name);
    }
  }
  return plans.map(({ needs, literals }, i) => {
    const ports = Math.max(needs.length + literals.length, given[i].size);
    return Math.max(ROW, ABOVE_AND_BELOW_PORTS + ports * PORT);
  });
}
