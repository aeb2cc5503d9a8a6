import {
  edgeValue,
  type EditorView,
  isPickle,
  kindText,
  nameText,
  type Translation,
  valueText,
  versionedName,
  type Wire
} from '../actions';
import { collectedOver, type Flow } from '../flow';
import { isHiddenState } from '../notebook';

const title = (flow: Flow, id: string) => flow.nodes.get(id)?.title ?? id;

/** The loops whose iterations a wire collects, the innermost first. */
export function collected(wire: Wire, flow: Flow): string[] {
  return wire.kind === 'order' || 'passes' in wire ? [] : collectedOver(flow, wire.source, wire.target);
}

/** What is written on a wire: the name that travels along it. */
export function edgeLabel(wire: Wire, flow: Flow, trans: Translation): string {
  const { sourcePort, why, kind } = wire;
  // The label of the port says it already.
  if ('passes' in wire && (wire.passes === 'in' || sourcePort === wire.targetPort)) {
    return '';
  }
  const name = nameText(why?.name ?? sourcePort ?? '', trans);
  if (collected(wire, flow).length > 0) {
    return trans.__('%1, all iterations', name);
  }
  return kind === 'maybe' ? `${name}?` : name;
}

/** Why a wire is there, in one sentence; cells are counted from 1. */
export function edgeReason(wire: Wire, flow: Flow, trans: Translation): string {
  const reason = plainReason(wire, flow, trans);
  const loops = collected(wire, flow);
  if (loops.length > 0) {
    return trans.__('%1, collected from each iteration of "%2"', reason, title(flow, loops[0]));
  }
  return wire.stale ? trans.__('%1 (before the cell stopped parsing)', reason) : reason;
}

function plainReason(wire: Wire, flow: Flow, trans: Translation): string {
  const { why, kind, source, sourcePort, target, targetPort = '' } = wire;
  if ('passes' in wire) {
    return wire.passes === 'in' ? enterReason(wire, flow, trans) : leaveReason(wire, flow, trans);
  }
  if (kind === 'order') {
    return targetPort
      ? trans.__('"%1" is how %2 ended', targetPort, title(flow, source))
      : trans.__('%1 runs after %2', title(flow, target), title(flow, source));
  }
  if (!why) {
    return trans.__('"%1" of %2 feeds "%3"', sourcePort ?? '', title(flow, source), targetPort);
  }
  const [write, read] = [why.write.cell + 1, why.read.cell + 1];
  if (isHiddenState(why.name)) {
    return trans.__('%1, as it is after cell %2, for cell %3', nameText(why.name, trans), write, read);
  }
  const reasons: Record<Exclude<typeof kind, 'order'>, string> = {
    data: trans.__('"%1" written in cell %2, read in cell %3', why.name, write, read),
    update: trans.__('"%1" written in cell %2, changed in cell %3', why.name, write, read),
    maybe: trans.__('"%1" perhaps written in cell %2, read in cell %3', why.name, write, read),
    file: trans.__('file "%1" written in cell %2, read in cell %3', why.name, write, read)
  };
  return reasons[kind];
}

/** What a wire carries and what its look means: the second and third line of its tooltip. */
export function edgeDetails(wire: Wire, view: EditorView, trans: Translation): string[] {
  if ('passes' in wire) {
    return [];
  }
  const value = edgeValue(view, wire);
  const carried = value && trans.__('%1: %2', versionedName(wire, trans), valueText(value, trans));
  return [...(carried === undefined ? [] : [carried]), kindText(wire, trans)];
}

/** A mark on the label of a wire: that its value is pickled, or cannot be stored. */
export type WireMark = 'pickle' | 'unstorable';

export function edgeMark(wire: Wire, view: EditorView): WireMark | undefined {
  const value = edgeValue(view, wire);
  return value && (value.form === 'nothing' ? 'unstorable' : isPickle(value) ? 'pickle' : undefined);
}

function enterReason(
  { source, sourcePort, target, targetPort = '' }: Wire,
  flow: Flow,
  trans: Translation
): string {
  const isItem = flow.nodes.get(source)?.node.kind === 'loop';
  const [reader, group] = [title(flow, target), title(flow, source)];
  if (!isItem) {
    return trans.__('"%1" of %2 reads "%3" of %4', targetPort, reader, sourcePort ?? '', group);
  }
  return sourcePort === undefined
    ? trans.__('"%1" of %2 reads the item of %3', targetPort, reader, group)
    : trans.__('"%1" of %2 reads "%3" of the item of %4', targetPort, reader, sourcePort, group);
}

function leaveReason(
  { source, sourcePort, target, targetPort }: Wire,
  flow: Flow,
  trans: Translation
): string {
  const [giver, group] = [title(flow, source), title(flow, target)];
  return trans.__('"%1" of %2 gives "%3" of %4', sourcePort ?? '', giver, targetPort ?? '', group);
}

/** The name a screen reader says: what travels, between which nodes, and what kind of edge it is. */
export function edgeName(wire: Wire, view: EditorView, trans: Translation): string {
  const { flow } = view;
  if (wire.kind === 'order' || 'passes' in wire) {
    return edgeReason(wire, flow, trans);
  }
  const name = trans.__(
    '%1 from %2 to %3',
    edgeLabel(wire, flow, trans),
    title(flow, wire.source),
    title(flow, wire.target)
  );
  return [name, ...edgeDetails(wire, view, trans)].join('. ');
}
