import type { Node } from '@xyflow/react';
import type { EditorView, Translation } from '../actions';
import type { Problem } from '../checks';
import type { FlowNode } from '../flow';
import { isStep, type Position } from '../pipeline';
import type { StepRun } from '../runs';
import { type NodeGeometry, nodeGeometry } from './geometry';
import { nodeName } from './node-name';

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
 * next, and so does the array when all do: React Flow then leaves its internals and its page alone. While nodes are
 * dragged, only these are looked at.
 */
export function nodeProjector(trans: Translation): (view: EditorView, local: LocalState) => CanvasNode[] {
  const project = viewProjector(trans);
  let moved = new Map<string, CanvasNode>();
  return (view, { positions, renaming }) => {
    const resting = project(view, renaming);
    const places = new Map([...positions].filter(([id]) => view.flow.nodes.has(id)));
    if (places.size === 0) {
      moved.clear();
      return resting;
    }
    const last = moved;
    moved = new Map();
    return resting.map(node => {
      const position = places.get(node.id);
      if (!position) {
        return node;
      }
      const before = last.get(node.id);
      const same = before && samePlace(before, position) && sameBut(before, node);
      const now = same ? before : { ...node, position };
      moved.set(node.id, now);
      return now;
    });
  };
}

const samePlace = (node: CanvasNode, { x, y }: { x: number; y: number }) =>
  node.position.x === x && node.position.y === y;
const sameBut = (a: CanvasNode, b: CanvasNode) => a.data === b.data && a.selected === b.selected;

/** The nodes of a view at rest. */
function viewProjector(trans: Translation): (view: EditorView, renaming: string | null) => CanvasNode[] {
  let lastView: EditorView | null = null;
  let lastRenaming: string | null = null;
  let last: CanvasNode[] = [];
  let known = new Map<string, CanvasNode>();
  const geometries = new WeakMap<FlowNode, NodeGeometry>();
  const geometryOf = (flowNode: FlowNode) => {
    const geometry = geometries.get(flowNode) ?? nodeGeometry(flowNode);
    geometries.set(flowNode, geometry);
    return geometry;
  };
  return (view, renaming) => {
    if (view === lastView && renaming === lastRenaming) {
      return last;
    }
    lastView = view;
    lastRenaming = renaming;
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
        renaming: renaming === id,
        connecting: view.connecting === id
      };
      const at = placeOf(pipeline.layout[id]);
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
  trans: Translation
): CanvasNode {
  const kept = last && sameData(last.data, data) ? last.data : data;
  if (last?.data === kept && samePlace(last, position) && last.selected === selected) {
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
function attributes(id: string, trans: Translation): CanvasNode['domAttributes'] {
  const found = { 'data-weft-node': id, tabIndex: -1, 'aria-roledescription': trans.__('node') };
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
