import type { FlowNode } from '../flow';
import type { Editor } from './editor';
import { type Wire, wires } from './group-wires';

/** Ids of the selected nodes. */
export const selectedIds = (editor: Editor): string[] => [...editor.view.selection.nodes];

export const hasNodes = (editor: Editor): boolean => editor.view.selection.nodes.size > 0;

/** The node that single-node actions work on: the one selected last. */
export function currentNode(editor: Editor): FlowNode | undefined {
  const id = selectedIds(editor).at(-1);
  return id === undefined ? undefined : editor.view.flow.nodes.get(id);
}

export function selectedEdges(editor: Editor): Wire[] {
  const { flow, selection } = editor.view;
  return selection.edges.size > 0 ? wires(flow).filter(wire => selection.edges.has(wire.id)) : [];
}

/** Selects one node, brings it into view and gives it the focus. */
export function goTo(editor: Editor, id: string): void {
  editor.select({ nodes: [id] });
  editor.canvas?.reveal(id);
}
