import type { Action } from './action';
import { bindInput } from '../pipeline';
import { change } from './change';
import type { Editor } from './editor';
import type { Wire } from './group-wires';
import { selectedEdges } from './selection';

interface Pin {
  target: string;
  input: string;
  from: { node: string; output: string };
}

/** The source of an edge that follows from the code, which can be kept whatever becomes of the code. */
function pinnable({ derived, source, sourcePort, target, targetPort }: Wire): Pin[] {
  return derived && sourcePort !== undefined && targetPort !== undefined
    ? [{ target, input: targetPort, from: { node: source, output: sourcePort } }]
    : [];
}

/** What to pin: one input that is named, else the selected edges. */
function chosen(editor: Editor, { node, input }: Record<string, unknown>): Pin[] {
  const edges = editor.view.flow.edges.filter(
    ({ target, targetPort }) => target === node && targetPort === input
  );
  return (edges.length > 0 ? edges : selectedEdges(editor)).flatMap(pinnable);
}

export const pinEdge: Action = {
  id: 'pin-edge',
  label: trans => trans.__('Pin Source'),
  caption: trans => trans.__('Keep what feeds this name, though the code may come to say otherwise'),
  keys: ['P'],
  menu: ['edge'],
  writes: true,
  when: editor => selectedEdges(editor).some(edge => pinnable(edge).length > 0),
  do: (editor, args) => {
    const pins = chosen(editor, args);
    change(editor, doc => pins.forEach(({ target, input, from }) => bindInput(doc, target, input, from)));
    editor.canvas?.announce(
      editor.trans.__('Pinned %1. The code no longer moves it.', pins.map(({ input }) => input).join(', '))
    );
  }
};
