import { type Edge, MarkerType } from '@xyflow/react';
import type { EditorView, Translation } from '../actions';
import type { Flow, FlowEdge } from '../flow';
import { edgeLabel, edgeName, edgeReason } from './edge-text';
import { portId } from './geometry';

export interface WireData extends Record<string, unknown> {
  edge: FlowEdge;
  label: string;
  reason: string;
  /** Its reason is shown. */
  explained: boolean;
}
export type CanvasEdge = Edge<WireData>;

const ARROW = { type: MarkerType.ArrowClosed, width: 16, height: 16 };

/** Makes React Flow's edges from a view; unchanged ones keep their identity, as `nodeProjector` says. */
export function edgeProjector(
  trans: Translation
): (view: EditorView, explained: string | null) => CanvasEdge[] {
  let lastFor: unknown[] = [];
  let last: CanvasEdge[] = [];
  let known = new Map<string, CanvasEdge>();
  return (view, explained) => {
    const { flow, selection } = view;
    const now = [flow.edges, flow.nodes, selection, explained];
    if (now.every((part, i) => part === lastFor[i])) {
      return last;
    }
    lastFor = now;
    const next = flow.edges.map(edge => {
      const selected = selection.edges.has(edge.id);
      return keepEdge(known.get(edge.id), edge, flow, selected, explained === edge.id || selected, trans);
    });
    known = new Map(next.map(edge => [edge.id, edge]));
    last = next.length === last.length && next.every((edge, i) => edge === last[i]) ? last : next;
    return last;
  };
}

function keepEdge(
  last: CanvasEdge | undefined,
  edge: FlowEdge,
  flow: Flow,
  selected: boolean,
  explained: boolean,
  trans: Translation
): CanvasEdge {
  const reason = edgeReason(edge, flow, trans);
  const sourceHandle = handleOf(flow, edge, 'out');
  const targetHandle = handleOf(flow, edge, 'in');
  const data = last?.data;
  if (
    data?.edge === edge &&
    data.explained === explained &&
    data.reason === reason &&
    last?.selected === selected &&
    last.sourceHandle === sourceHandle &&
    last.targetHandle === targetHandle
  ) {
    return last;
  }
  return {
    id: edge.id,
    type: 'wire',
    source: edge.source,
    target: edge.target,
    sourceHandle,
    targetHandle,
    selected,
    className: edgeClass(edge),
    reconnectable: edge.kind !== 'file',
    ariaLabel: edgeName(edge, flow, trans),
    data: { edge, label: edgeLabel(edge), reason, explained },
    domAttributes: attributes(edge.id),
    ...(edge.kind === 'order' && { markerEnd: ARROW })
  };
}

/** A binding to a port that is gone still shows, at the end of the whole node. */
function handleOf(flow: Flow, edge: FlowEdge, side: 'in' | 'out'): string {
  const [node, name] = side === 'out' ? [edge.source, edge.sourcePort] : [edge.target, edge.targetPort];
  const found = flow.nodes.get(node);
  const ports = side === 'out' ? found?.outputs : found?.inputs;
  return portId(side, ports?.some(port => port.name === name) ? name : undefined);
}

function edgeClass({ kind, derived, stale }: FlowEdge): string {
  const classes = ['jp-WeftWire', `jp-type-${kind}`, derived ? 'jp-mod-derived' : 'jp-mod-drawn'];
  return (stale ? [...classes, 'jp-mod-stale'] : classes).join(' ');
}

function attributes(id: string): CanvasEdge['domAttributes'] {
  const found: { [name: `data-${string}`]: string } = { 'data-weft-edge': id };
  return found as CanvasEdge['domAttributes'];
}
