import type { Node } from '@xyflow/react';
import type { EditorView, Translate } from '../actions';
import type { Problem } from '../checks';
import type { FlowNode } from '../flow';
import { isStep, type Position } from '../pipeline';
import type { StepRun } from '../runs';
import { type NodeGeometry, nodeGeometry } from './geometry';
import { nodeName } from './nodeName';

/** What a card draws. */
export interface CardData extends Record<string, unknown> {
  flowNode: FlowNode;
  geometry: NodeGeometry;
  problems: readonly Problem[];
  step: StepRun | undefined;
  /** Name of its pool; empty for none. */
  pool: string;
  renaming: boolean;
  /** A connection by keyboard starts here. */
  connecting: boolean;
}
export type CanvasNode = Node<CardData>;

/** State of the gesture under way, which is not in the document. */
export interface LocalState {
  /** Where dragged nodes are now. */
  positions: ReadonlyMap<string, { x: number; y: number }>;
  renaming: string | null;
}

const NO_PROBLEMS: readonly Problem[] = [];
const KINDS = new Set(['cells', 'container', 'importer', 'note']);

/**
 * Makes React Flow's nodes from a view. A node whose content is the same keeps its identity from one call to the
 * next, and so does the array when all do: React Flow then leaves its internals and its page alone.
 */
export function nodeProjector(trans: Translate): (view: EditorView, local: LocalState) => CanvasNode[] {
  let last: CanvasNode[] = [];
  let known = new Map<string, CanvasNode>();
  const geometries = new WeakMap<FlowNode, NodeGeometry>();
  const geometryOf = (flowNode: FlowNode) => {
    const geometry = geometries.get(flowNode) ?? nodeGeometry(flowNode);
    geometries.set(flowNode, geometry);
    return geometry;
  };
  return (view, local) => {
    const { nodes, pipeline } = view.flow;
    const problems = byNode(view.problems);
    const pools = new Map(view.catalog.pools.map(pool => [pool.id, pool.displayName ?? pool.id]));
    const next = [...nodes.values()].map(flowNode => {
      const { id, node } = flowNode;
      const pool = isStep(node) && node.pool ? (pools.get(node.pool) ?? node.pool) : '';
      const data: CardData = {
        flowNode,
        geometry: geometryOf(flowNode),
        problems: problems.get(id) ?? NO_PROBLEMS,
        step: view.run?.steps.get(id),
        pool,
        renaming: local.renaming === id,
        connecting: view.connecting === id
      };
      const at = local.positions.get(id) ?? placeOf(pipeline.layout[id]);
      return keepNode(known.get(id), id, data, at, view.selection.nodes.has(id), trans);
    });
    known = new Map(next.map(node => [node.id, node]));
    last = next.length === last.length && next.every((node, i) => node === last[i]) ? last : next;
    return last;
  };
}

const placeOf = (position: Position | undefined) => ({ x: position?.[0] ?? 0, y: position?.[1] ?? 0 });

function byNode(problems: readonly Problem[]): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.node !== undefined) {
      found.set(problem.node, [...(found.get(problem.node) ?? []), problem]);
    }
  }
  return found;
}

function keepNode(
  last: CanvasNode | undefined,
  id: string,
  data: CardData,
  position: { x: number; y: number },
  selected: boolean,
  trans: Translate
): CanvasNode {
  const kept = last && sameData(last.data, data) ? last.data : data;
  if (
    last?.data === kept &&
    last.position.x === position.x &&
    last.position.y === position.y &&
    last.selected === selected
  ) {
    return last;
  }
  const { width, height, handles } = data.geometry;
  const { kind } = data.flowNode.node;
  return {
    id,
    type: KINDS.has(kind) ? kind : 'opaque',
    data: kept,
    position,
    selected,
    width,
    height,
    measured: { width, height },
    handles,
    ariaRole: 'group',
    ariaLabel:
      last?.data === kept ? last.ariaLabel : nodeName(data.flowNode, data.problems, data.step, trans),
    domAttributes: last?.domAttributes ?? attributes(id, trans)
  };
}

/** React Flow's type names no data attributes, though React takes them. */
function attributes(id: string, trans: Translate): CanvasNode['domAttributes'] {
  const found = { 'data-weft-node': id, tabIndex: -1, 'aria-roledescription': trans('node') };
  return found;
}

function sameData(a: CardData, b: CardData): boolean {
  const sameProblems =
    a.problems.length === b.problems.length && a.problems.every((problem, i) => problem === b.problems[i]);
  return (
    sameProblems &&
    a.flowNode === b.flowNode &&
    a.step === b.step &&
    a.pool === b.pool &&
    a.renaming === b.renaming &&
    a.connecting === b.connecting
  );
}
