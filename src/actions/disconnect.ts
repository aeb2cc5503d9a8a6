import type { Flow } from '../flow';
import {
  type Binding,
  bindInput,
  bindSetting,
  isChoice,
  isGroup,
  removeOrder,
  setField,
  type SharedPipeline
} from '../pipeline';
import { type Wire, wires } from './group-wires';

/** What a setting is that nothing feeds any more, where it cannot be without a value. */
const EMPTY: Record<string, Binding> = {
  items: { value: [] },
  'when.left': { value: '' },
  'when.right': { value: '' }
};

/**
 * Takes a wire out of the document. For an edge that follows from the code, the user's decision not to feed this
 * name is stored. Returns false for an edge that only a change of the code can end.
 */
export function disconnect(doc: SharedPipeline, flow: Flow, wire: Wire): boolean {
  const { source, target, targetPort, kind } = wire;
  if ('passes' in wire && wire.passes === 'out') {
    takeSource(doc, wire);
    return true;
  }
  if (targetPort === undefined) {
    if (kind === 'order') {
      removeOrder(doc, source, target);
    }
    return kind === 'order';
  }
  const field = flow.nodes.get(target)?.inputs.find(port => port.name === targetPort)?.field;
  if (field) {
    bindSetting(doc, target, field, EMPTY[targetPort]);
  } else {
    bindInput(doc, target, targetPort, undefined);
  }
  return true;
}

/** Takes one source of an output of a group away, and the output with the last one. */
function takeSource(doc: SharedPipeline, { source, sourcePort, target, targetPort = '' }: Wire): void {
  const node = doc.pipeline.nodes[target];
  const output = isGroup(node) ? node.outputs?.[targetPort] : undefined;
  if (!output) {
    return;
  }
  const rest = [output.from]
    .flat()
    .filter(from => !('output' in from && from.node === source && from.output === sourcePort));
  const left = isChoice(node) ? rest : rest[0];
  setField(doc, target, ['outputs', targetPort], rest.length > 0 ? { ...output, from: left } : undefined);
}

/** Wires that would still be there after these nodes are gone. */
export function wiresBeside(flow: Flow, nodes: ReadonlySet<string>, ids: ReadonlySet<string>): Wire[] {
  return wires(flow).filter(wire => ids.has(wire.id) && !nodes.has(wire.source) && !nodes.has(wire.target));
}
