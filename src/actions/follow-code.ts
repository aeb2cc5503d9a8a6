import type { FlowNode } from '../flow';
import { type CellInput, isCode, setField } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { currentNode, selectedEdges } from './selection';

/** Inputs of which a user decided what feeds them, though the code says something itself. */
function decided({ node, names }: FlowNode): string[] {
  const reads = new Set(names.flatMap(cell => cell.reads));
  const inputs: Record<string, CellInput> = (isCode(node) && node.inputs) || {};
  return Object.keys(inputs).filter(
    name => inputs[name].removed || (inputs[name].from !== undefined && reads.has(name))
  );
}

/** The inputs to give back: of the selected edges, of one input that is named, else of the selected node. */
function chosen(editor: Editor, args: Record<string, unknown>): { node: string; input: string }[] {
  const { nodes } = editor.view.flow;
  if (typeof args.node === 'string' && typeof args.input === 'string') {
    return [{ node: args.node, input: args.input }];
  }
  const edges = selectedEdges(editor);
  const ends = edges.map(({ target, targetPort = '' }) => ({ node: target, input: targetPort }));
  const node = currentNode(editor);
  const all = node && edges.length === 0 ? decided(node).map(input => ({ node: node.id, input })) : ends;
  return all.filter(end => {
    const entry = nodes.get(end.node);
    return entry !== undefined && decided(entry).includes(end.input);
  });
}

export const followCode: Action = {
  id: 'follow-code',
  label: trans => trans.__('Follow the Code Again'),
  caption: trans =>
    trans.__('Take back what was decided about the selected edge, or about the inputs of the selected node'),
  menu: ['edge', 'node'],
  writes: true,
  when: editor => chosen(editor, {}).length > 0,
  do: (editor, args) => {
    const ends = chosen(editor, args);
    change(editor, doc => {
      for (const { node, input } of ends) {
        const { inputs = {} } = doc.pipeline.nodes[node] as { inputs?: Record<string, CellInput> };
        const type = inputs[input]?.type;
        setField(doc, node, ['inputs', input], type === undefined ? undefined : { type });
      }
    });
    editor.canvas?.announce(
      editor.trans.__('The code says again what feeds %1.', ends.map(({ input }) => input).join(', '))
    );
  }
};
