import { type EdgeChange, type NodeChange, useStoreApi } from '@xyflow/react';
import * as React from 'react';
import type { Editor } from '../../actions';
import type { Flow } from '../../flow';
import type { CanvasEdge } from '../project-edges';
import type { CanvasNode } from '../project-nodes';

/** Buttons that pan: the left and the middle one; while Shift draws a box, the middle one alone. */
const PAN = [0, 1];
const PAN_WHILE_BOXING = [1];

/**
 * Selection lives in the editor. React Flow's own listeners for keys take them from the whole page, so the modifiers
 * are read from the events of the canvas instead: Shift draws a box, Ctrl, Cmd or Shift add to the selection.
 */
export function useSelecting(editor: Editor) {
  const store = useStoreApi();
  const [boxing, setBoxing] = React.useState(false);
  const inBox = React.useRef(false);
  const { selectNodes, onModifier, handlers } = React.useMemo(() => {
    const selectNodes = (changes: NodeChange<CanvasNode>[]) => {
      const nodes = toggled(editor.view.selection.nodes, changes);
      if (nodes) {
        editor.select({ nodes, edges: editor.view.selection.edges });
      }
    };
    /** A box takes nodes; the edges between them come and go with them. */
    const onEdgesChange = (changes: EdgeChange<CanvasEdge>[]) => {
      const edges = inBox.current ? null : toggled(editor.view.selection.edges, changes);
      if (edges) {
        editor.select({ nodes: editor.view.selection.nodes, edges });
      }
    };
    /** React Flow leaves frames alone, or every box inside of one would take it too. */
    const onNodeClick = (_event: unknown, { id, selectable }: CanvasNode) => {
      if (selectable === false) {
        const { nodes } = editor.view.selection;
        const { multiSelectionActive } = store.getState();
        const rest = [...nodes].filter(other => other !== id);
        const taken = multiSelectionActive && nodes.has(id) ? [] : [id];
        editor.select({ nodes: multiSelectionActive ? [...rest, ...taken] : [id] });
      }
    };
    const onModifier = (event: { shiftKey: boolean }) => setBoxing(event.shiftKey);
    return {
      selectNodes,
      onModifier,
      handlers: {
        onEdgesChange,
        onNodeClick,
        onSelectionStart: () => {
          inBox.current = true;
        },
        onSelectionEnd: () => {
          inBox.current = false;
          store.setState({ nodesSelectionActive: false });
          const { nodes, edges } = editor.view.selection;
          editor.select({ nodes: withFullGroups(editor.view.flow, nodes), edges });
        },
        onKeyUp: onModifier,
        onPointerMove: onModifier,
        onPointerDownCapture: (event: React.PointerEvent) => {
          store.setState({ multiSelectionActive: event.ctrlKey || event.metaKey || event.shiftKey });
        }
      }
    };
  }, [editor, store]);
  const panOnDrag = boxing ? PAN_WHILE_BOXING : PAN;
  return { selectNodes, onModifier, props: { ...handlers, selectionOnDrag: boxing, panOnDrag } };
}

function toggled(
  selected: ReadonlySet<string>,
  changes: (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[]
): Set<string> | null {
  const next = new Set(selected);
  let any = false;
  for (const each of changes) {
    if (each.type === 'select') {
      any = true;
      if (each.selected) {
        next.add(each.id);
      } else {
        next.delete(each.id);
      }
    }
  }
  return any ? next : null;
}

/** Nodes with the groups all of whose nodes are among them, from the innermost. */
function withFullGroups({ nodes, children }: Flow, chosen: ReadonlySet<string>): Set<string> {
  const full = new Set(chosen);
  const visit = (id: string): void => {
    const held = children.get(id) ?? [];
    held.forEach(visit);
    if (held.length > 0 && nodes.has(id) && held.every(child => full.has(child))) {
      full.add(id);
    }
  };
  children.get('')?.forEach(visit);
  return full;
}
