import { Background, ReactFlow, ReactFlowProvider, type NodeChange, SelectionMode } from '@xyflow/react';
import * as React from 'react';
import { type Editor, openSource, setName, type Translation } from '../actions';
import { CanvasProvider } from './CanvasContext';
import { ConnectProvider } from './ConnectContext';
import { CommentPins } from './comments/CommentPins';
import { useCommentNews } from './comments/use-comment-news';
import { EmptyMessage } from './EmptyMessage';
import { Wire } from './edges/Wire';
import { WireInHand } from './edges/WireInHand';
import { useDragging } from './hooks/use-dragging';
import { useFirstFit } from './hooks/use-first-fit';
import { useFocus } from './hooks/use-focus';
import { useHandle } from './hooks/use-handle';
import { useRunNews } from './hooks/use-run-news';
import { useSelecting } from './hooks/use-selecting';
import { useView } from './hooks/use-view';
import { useWiring } from './hooks/use-wiring';
import { LiveRegion, type LiveRegionHandle } from './LiveRegion';
import { NODE_TYPES } from './nodes/node-types';
import { OutputChooser, type OutputChooserHandle } from './OutputChooser';
import { PeerCursors } from './presence/PeerCursors';
import { PeerMarks } from './presence/PeerMarks';
import { useFollowing } from './presence/use-following';
import { useGoneNotice } from './presence/use-gone-notice';
import { useHeld } from './presence/use-held';
import { usePeerNews } from './presence/use-peer-news';
import { useShowing } from './presence/use-showing';
import { FollowingFrame, WhoIsHere } from './presence/WhoIsHere';
import { type CanvasEdge, edgeProjector } from './project-edges';
import { type CanvasNode, nodeProjector } from './project-nodes';
import { ZOOM } from './viewport';
import { ZoomControls } from './ZoomControls';

const EDGE_TYPES = { wire: Wire };
/** React Flow would take keys from the whole page; actions bring ours. */
const NO_KEYS = {
  deleteKeyCode: null,
  selectionKeyCode: null,
  panActivationKeyCode: null,
  multiSelectionKeyCode: null,
  zoomActivationKeyCode: null,
  disableKeyboardA11y: true
} as const;
const LOOK = {
  minZoom: ZOOM.min,
  maxZoom: ZOOM.max,
  defaultMarkerColor: null,
  connectionLineComponent: WireInHand,
  connectionRadius: 24,
  reconnectRadius: 10,
  zoomOnDoubleClick: false,
  nodesFocusable: false,
  edgesFocusable: false,
  selectionMode: SelectionMode.Partial,
  onlyRenderVisibleElements: true,
  // Frames lie under wires, wires under cards, whatever is selected.
  zIndexMode: 'manual'
} as const;

export interface CanvasProps {
  editor: Editor;
  trans: Translation;
}

/** The drawing of one pipeline. While it is mounted, `editor.canvas` reaches it. */
export function Canvas(props: CanvasProps): JSX.Element {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ editor, trans }: CanvasProps): JSX.Element {
  const root = React.useRef<HTMLDivElement>(null);
  const live = React.useRef<LiveRegionHandle>(null);
  const chooser = React.useRef<OutputChooserHandle>(null);
  const [renaming, setRenaming] = React.useState<string | null>(null);
  const [explained, explain] = React.useState<string | null>(null);

  const view = useView(editor);
  const { positions, into, follow, giveUpDrag, handlers: dragging } = useDragging(editor);
  const { fitting, giveUpWire, handlers: wiring } = useWiring(editor);
  const held = useHeld(editor);
  const following = useFollowing(editor);
  const { letGo } = following;
  const giveUp = React.useCallback(
    () => giveUpDrag() || giveUpWire() || letGo(),
    [giveUpDrag, giveUpWire, letGo]
  );
  const menuAt = React.useRef<{ x: number; y: number } | null>(null);
  const canvas = useHandle(editor, { root, live, chooser, setRenaming, giveUp, letGo, menuAt });
  React.useEffect(() => {
    editor.canvas = canvas;
    return () => {
      editor.canvas = null;
    };
  }, [editor, canvas]);

  const { keepFocus, props: focusing } = useFocus(editor, root);
  const { selectNodes, onModifier, props: selecting } = useSelecting(editor);
  useFirstFit(canvas);
  useRunNews(view, canvas, trans);
  usePeerNews(editor, canvas);
  useGoneNotice(editor, view);
  useCommentNews(editor, view, canvas);
  const showing = useShowing(editor, following.followed !== null);

  const projectNodes = React.useMemo(() => nodeProjector(trans), [trans]);
  const projectEdges = React.useMemo(() => edgeProjector(trans), [trans]);
  // Of two who hold one node each sees it in their own hand.
  const places = React.useMemo(
    () => (held.size === 0 ? positions : new Map([...held, ...positions])),
    [held, positions]
  );
  const nodes = projectNodes(view, { positions: places, into, renaming });
  const edges = projectEdges(view, fitting ? null : explained);

  const onNodesChange = React.useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      follow(changes);
      selectNodes(changes);
    },
    [follow, selectNodes]
  );
  const onKeyDown = React.useCallback(
    (event: React.KeyboardEvent) => {
      onModifier(event);
      if (event.key === 'Escape' && giveUp()) {
        // The shortcut that clears the selection must not see it.
        event.stopPropagation();
      }
    },
    [onModifier, giveUp]
  );
  const onEdgeMouseEnter = React.useCallback((_event: unknown, { id }: CanvasEdge) => explain(id), []);
  const onEdgeMouseLeave = React.useCallback(() => explain(null), []);
  /** A menu is about what the pointer is on. */
  const onNodeContextMenu = React.useCallback(
    (_event: unknown, { id }: CanvasNode) => {
      if (!editor.view.selection.nodes.has(id)) {
        editor.select({ nodes: [id] });
      }
    },
    [editor]
  );
  const onEdgeContextMenu = React.useCallback(
    (_event: unknown, { id }: CanvasEdge) => {
      if (!editor.view.selection.edges.has(id)) {
        editor.select({ edges: [id] });
      }
    },
    [editor]
  );
  const onPaneContextMenu = React.useCallback((event: { clientX: number; clientY: number }) => {
    menuAt.current = { x: event.clientX, y: event.clientY };
  }, []);
  const forgetMenu = React.useCallback(() => {
    menuAt.current = null;
  }, []);
  const onNodeDoubleClick = React.useCallback(() => void openSource.do(editor, {}), [editor]);
  const parts = React.useMemo(
    () => ({
      editor,
      trans,
      explain,
      keepFocus,
      endRename: (node: string, title: string | null) => {
        setRenaming(null);
        if (title !== null) {
          setName(editor, node, title);
        }
        canvas.reveal(node);
      }
    }),
    [editor, trans, keepFocus, canvas]
  );

  return (
    <CanvasProvider value={parts}>
      <ConnectProvider value={fitting}>
        <ReactFlow<CanvasNode, CanvasEdge>
          ref={root}
          className={`jp-WeftCanvas${fitting ? ' jp-mod-wiring' : ''}${view.readOnly ? ' jp-mod-readOnly' : ''}`}
          aria-label={trans.__('Pipeline')}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          nodesDraggable={!view.readOnly}
          nodesConnectable={!view.readOnly}
          edgesReconnectable={!view.readOnly}
          onNodesChange={onNodesChange}
          onNodeDoubleClick={onNodeDoubleClick}
          onNodeContextMenu={onNodeContextMenu}
          onEdgeContextMenu={onEdgeContextMenu}
          onPaneContextMenu={onPaneContextMenu}
          onPointerDown={forgetMenu}
          onEdgeMouseEnter={onEdgeMouseEnter}
          onEdgeMouseLeave={onEdgeMouseLeave}
          onKeyDown={onKeyDown}
          onMoveStart={following.onMoveStart}
          {...NO_KEYS}
          {...LOOK}
          {...focusing}
          {...selecting}
          {...showing}
          {...dragging}
          {...wiring}
        >
          <Background gap={24} size={1.5} />
          <ZoomControls canvas={canvas} trans={trans} />
          {nodes.length === 0 && <EmptyMessage trans={trans} readOnly={view.readOnly} />}
          <CommentPins view={view} />
          <PeerMarks editor={editor} />
          <PeerCursors editor={editor} />
          <FollowingFrame editor={editor} following={following} />
          <WhoIsHere editor={editor} following={following} />
          <OutputChooser ref={chooser} trans={trans} />
        </ReactFlow>
        <LiveRegion ref={live} />
      </ConnectProvider>
    </CanvasProvider>
  );
}
