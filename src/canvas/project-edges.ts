import { type Edge, MarkerType } from '@xyflow/react';
import { type EditorView, type Translation, type Wire, wires } from '../actions';
import { type Flow, shownInputs } from '../flow';
import {
  collected,
  edgeDetails,
  edgeLabel,
  edgeMark,
  edgeName,
  edgeReason,
  type WireMark
} from './edge-text';
import { portId } from './port-id';

export interface WireData extends Record<string, unknown> {
  edge: Wire;
  label: string;
  reason: string;
  /** What it carries, and what its look means. */
  details: readonly string[];
  mark?: WireMark;
  /** It collects what the iterations of a loop gave. */
  collects: boolean;
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
    const now = [flow.edges, flow.nodes, selection.edges, view.kernels, explained];
    if (now.every((part, i) => part === lastFor[i])) {
      return last;
    }
    lastFor = now;
    const next = drawn(flow).map(edge => {
      const selected = selection.edges.has(edge.id);
      return keepEdge(known.get(edge.id), edge, view, selected, explained === edge.id || selected, trans);
    });
    known = new Map(next.map(edge => [edge.id, edge]));
    last = next.length === last.length && next.every((edge, i) => edge === last[i]) ? last : next;
    return last;
  };
}

function keepEdge(
  last: CanvasEdge | undefined,
  edge: Wire,
  view: EditorView,
  selected: boolean,
  explained: boolean,
  trans: Translation
): CanvasEdge {
  const { flow } = view;
  const reason = edgeReason(edge, flow, trans);
  const ariaLabel = edgeName(edge, view, trans);
  const sourceHandle = handleOf(flow, edge, 'out');
  const targetHandle = handleOf(flow, edge, 'in');
  const data = last?.data;
  if (
    data &&
    sameWire(data.edge, edge) &&
    data.explained === explained &&
    data.reason === reason &&
    last?.ariaLabel === ariaLabel &&
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
    ariaLabel,
    data: {
      edge,
      label: edgeLabel(edge, flow, trans),
      reason,
      details: edgeDetails(edge, view, trans),
      mark: edgeMark(edge, view),
      explained,
      collects: collected(edge, flow).length > 0
    },
    domAttributes: attributes(edge.id),
    ...(edge.kind === 'order' && { markerEnd: ARROW })
  };
}

/** The wires of a flow but those inside a sub-pipeline that is a file of its own. */
const drawn = (flow: Flow) =>
  wires(flow).filter(({ target }) => flow.nodes.get(target)?.fileOf === undefined);

/** A binding to a port that is gone still shows, at the end of the whole node. */
function handleOf(flow: Flow, edge: Wire, side: 'in' | 'out'): string {
  const [id, name] = side === 'out' ? [edge.source, edge.sourcePort] : [edge.target, edge.targetPort];
  if ('passes' in edge && edge.passes === (side === 'out' ? 'in' : 'out')) {
    return portId(side === 'out' ? 'enter' : 'leave', name);
  }
  const found = flow.nodes.get(id);
  const ports = side === 'out' ? found?.outputs : found && shownInputs(found.inputs);
  return portId(side, ports?.some(port => port.name === name) ? name : undefined);
}

/** Wires between groups and what they hold are found anew with every change of a node. */
const sameWire = (a: Wire, b: Wire) =>
  a === b || ('passes' in a && 'passes' in b && a.id === b.id && a.source === b.source);

function edgeClass(edge: Wire): string {
  const { kind, derived, stale } = edge;
  const classes = ['jp-WeftWire', `jp-type-${kind}`, derived ? 'jp-mod-derived' : 'jp-mod-drawn'];
  if ('passes' in edge) {
    classes.push('jp-mod-inner');
  }
  return (stale ? [...classes, 'jp-mod-stale'] : classes).join(' ');
}

function attributes(id: string): CanvasEdge['domAttributes'] {
  const found: { [name: `data-${string}`]: string } = { 'data-weft-edge': id };
  return found as CanvasEdge['domAttributes'];
}
