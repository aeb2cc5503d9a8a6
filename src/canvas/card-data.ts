import type { EditorView, Translation } from '../actions';
import type { Problem } from '../checks';
import { type Box, type FlowNode, isFrame, itemFields } from '../flow';
import { isGroup, isStep } from '../pipeline';
import type { StepRun } from '../runs';
import { countByNode } from './comments/pins';
import { frameGeometry, type NodeGeometry, nodeGeometry } from './geometry';
import { groupSummary } from './group-summary';

/** What a card or frame draws. */
export interface CardData extends Record<string, unknown> {
  flowNode: FlowNode;
  geometry: NodeGeometry;
  problems: readonly Problem[];
  step: StepRun | undefined;
  /** Name of its pool; empty for none. */
  pool: string;
  /** Groups only: what it does, in one line. */
  summary: string;
  /** Groups only: how many nodes are directly inside. */
  holds: number;
  /** Open threads of comments. */
  threads: number;
  renaming: boolean;
  /** A connection by keyboard starts here. */
  connecting: boolean;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** Makes the data of the cards of a view; a card whose content is the same gets the same object as before. */
export function cardData(
  view: EditorView,
  renaming: string | null,
  trans: Translation
): (flowNode: FlowNode, box: Box, last: CardData | undefined) => CardData {
  const { flow } = view;
  const problems = byNode(view.problems);
  const pools = new Map(view.catalog.pools.map(pool => [pool.id, pool.displayName ?? pool.id]));
  const fields = itemFields(flow);
  const threads = countByNode(flow);
  return (flowNode, box, last) => {
    const { id, node } = flowNode;
    const data: CardData = {
      flowNode,
      geometry: geometryIn(flowNode, box, fields.get(id), last),
      problems: problems.get(id) ?? NO_PROBLEMS,
      step: view.run?.steps.get(id),
      pool: isStep(node) && node.pool ? (pools.get(node.pool) ?? node.pool) : '',
      summary: isGroup(node) ? groupSummary(flow, flowNode, trans) : '',
      holds: flow.children.get(id)?.length ?? 0,
      threads: threads.get(id) ?? 0,
      renaming: renaming === id,
      connecting: view.connecting === id
    };
    return last && sameData(last, data) ? last : data;
  };
}

/** The geometry of a node in its box; the last one where it still holds. */
function geometryIn(
  flowNode: FlowNode,
  box: Box,
  fields: readonly string[] | undefined,
  last: CardData | undefined
): NodeGeometry {
  const geometry = last?.geometry;
  const same = last?.flowNode === flowNode && geometry?.width === box.width && geometry.height === box.height;
  if (!isFrame(flowNode)) {
    return same && geometry ? geometry : nodeGeometry(flowNode);
  }
  const next = frameGeometry(flowNode, box, fields);
  return same && geometry?.handles.length === next.handles.length ? geometry : next;
}

/** The data of a frame while it grows or shrinks. */
export function resized(data: CardData, box: Box, fields: readonly string[] | undefined): CardData {
  return { ...data, geometry: frameGeometry(data.flowNode, box, fields) };
}

function byNode(problems: readonly Problem[]): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.node !== undefined) {
      const beside = found.get(problem.node) ?? [];
      beside.push(problem);
      found.set(problem.node, beside);
    }
  }
  return found;
}

function sameData(a: CardData, b: CardData): boolean {
  const sameProblems =
    a.problems.length === b.problems.length && a.problems.every((problem, i) => problem === b.problems[i]);
  return sameProblems && Object.keys(b).every(key => key === 'problems' || a[key] === b[key]);
}
