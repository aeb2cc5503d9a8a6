import type { Action } from './action';
import { bindInput } from '../pipeline';
import { change } from './change';
import type { Wire } from './group-wires';
import { selectedEdges } from './selection';

/** The source of an edge that follows from the code, which can be kept whatever becomes of the code. */
function pinnable(wire: Wire): { input: string; from: { node: string; output: string } }[] {
  const { derived, source, sourcePort, targetPort } = wire;
  return derived && sourcePort !== undefined && targetPort !== undefined
    ? [{ input: targetPort, from: { node: source, output: sourcePort } }]
    : [];
}

export const pinEdge: Action = {
  id: 'pin-edge',
  label: trans => trans.__('Pin Source'),
  caption: trans => trans.__('Keep what feeds this name, though the code may come to say otherwise'),
  keys: ['P'],
  menu: ['edge'],
  writes: true,
  when: editor => selectedEdges(editor).some(edge => pinnable(edge).length > 0),
  do: editor => {
    const edges = selectedEdges(editor).flatMap(edge =>
      pinnable(edge).map(pin => ({ ...pin, target: edge.target }))
    );
    change(editor, doc => edges.forEach(({ target, input, from }) => bindInput(doc, target, input, from)));
    editor.canvas?.announce(
      editor.trans.__('Pinned %1. The code no longer moves it.', edges.map(({ input }) => input).join(', '))
    );
  }
};
