import {
  type Connection as FlowConnection,
  type FinalConnectionState,
  type HandleType,
  type IsValidConnection,
  type OnConnectStart,
  useStoreApi
} from '@xyflow/react';
import * as React from 'react';
import {
  applyConnection,
  change,
  connectEnds,
  connectionFor,
  disconnect,
  type Editor,
  refuse
} from '../../actions';
import { type FittingPorts, fittingPorts } from '../ConnectContext';
import { givesData } from '../port-id';
import { nodeUnder } from '../node-under';
import type { CanvasEdge } from '../project-edges';
import { connectionEnds, wireEnds } from '../wire-ends';

type PointerEnd = MouseEvent | TouchEvent;

/** Drawing wires, moving their ends, and taking them off. */
export function useWiring(editor: Editor) {
  const [fitting, setFitting] = React.useState<FittingPorts>(null);
  const store = useStoreApi();
  const reconnecting = React.useRef(false);
  const connected = React.useRef(false);
  const givenUp = React.useRef(false);
  const stable = React.useMemo(() => {
    const onConnectStart: OnConnectStart = (_event, { nodeId, handleId }) => {
      connected.current = false;
      givenUp.current = false;
      if (nodeId && handleId) {
        setFitting(fittingPorts(editor.view.flow, { node: nodeId, port: handleId }));
      }
    };
    const isValidConnection: IsValidConnection<CanvasEdge> = connection => {
      const { from, to } = connectionEnds(connection);
      return !('refused' in connectionFor(editor.view.flow, from, to, editor.trans));
    };
    const onConnect = (connection: FlowConnection) => {
      if (givenUp.current) {
        return;
      }
      connected.current = true;
      const { from, to } = connectionEnds(connection);
      void connectEnds(editor, from, to);
    };
    /** A wire let go over a node but beside its ports goes to the node as a whole. */
    const onConnectEnd = (event: PointerEnd, state: FinalConnectionState) => {
      setFitting(null);
      if (givenUp.current || reconnecting.current || state.isValid || !state.fromHandle) {
        return;
      }
      const ends = wireEnds(state.fromHandle, state.toHandle ?? farEnd(event, state.fromHandle.type));
      if (ends?.from.node && ends.to.node && (state.toHandle || ends.from.node !== ends.to.node)) {
        void connectEnds(editor, ends.from, ends.to);
      }
    };
    /** A click on one port and a click on another do what a drag does (WCAG 2.5.7). */
    const onClickConnectEnd = (event: PointerEnd) => {
      const start = store.getState().connectionClickStartHandle;
      const port = event.target instanceof Element ? event.target.closest('[data-weft-port]') : null;
      const end = port?.closest<HTMLElement>('[data-weft-node]')?.dataset.weftNode;
      setFitting(null);
      if (start && port && end !== undefined && !connected.current) {
        const id = port.getAttribute('data-weft-port') ?? '';
        const type = givesData(id) ? 'source' : 'target';
        const ends = wireEnds(start, { nodeId: end, id, type });
        const connection = ends && connectionFor(editor.view.flow, ends.from, ends.to, editor.trans);
        if (connection && 'refused' in connection && start.nodeId !== end) {
          refuse(editor, connection.refused);
        }
      }
    };
    const onPaneClick = () => {
      store.setState({ connectionClickStartHandle: null });
      setFitting(null);
    };
    const onReconnectStart = () => {
      reconnecting.current = true;
    };
    const onReconnect = (old: CanvasEdge, connection: FlowConnection) => {
      if (givenUp.current) {
        return;
      }
      const { from, to } = connectionEnds(connection);
      moveWire(editor, old, connectionFor(editor.view.flow, from, to, editor.trans));
    };
    /** A wire let go on the empty canvas is taken off. */
    const onReconnectEnd = (
      event: PointerEnd,
      wire: CanvasEdge,
      type: HandleType,
      state: FinalConnectionState
    ) => {
      reconnecting.current = false;
      setFitting(null);
      if (givenUp.current || state.isValid || !state.fromHandle || !wire.data) {
        return;
      }
      const ends = wireEnds(state.fromHandle, state.toHandle ?? farEnd(event, type));
      if (!ends && state.toHandle) {
        return;
      }
      if (!ends?.from.node || !ends.to.node) {
        const { edge } = wire.data;
        change(editor, doc => disconnect(doc, editor.view.flow, edge));
        editor.canvas?.announce(editor.trans.__('Disconnected.'));
      } else if (ends.to.node !== wire.target || ends.from.node !== wire.source) {
        moveWire(editor, wire, connectionFor(editor.view.flow, ends.from, ends.to, editor.trans));
      }
    };
    /** React Flow ends the gesture at the next move or when the button is let go; it must come to nothing then. */
    const giveUpWire = () => {
      const { connection, connectionClickStartHandle, cancelConnection } = store.getState();
      if (!connection.inProgress && !connectionClickStartHandle) {
        return false;
      }
      givenUp.current = true;
      cancelConnection();
      store.setState({ connectionClickStartHandle: null });
      setFitting(null);
      editor.canvas?.announce(editor.trans.__('Connection given up.'));
      return true;
    };
    const handlers = {
      onConnectStart,
      isValidConnection,
      onConnect,
      onConnectEnd,
      onClickConnectStart: onConnectStart,
      onClickConnectEnd,
      onPaneClick,
      onReconnectStart,
      onReconnect,
      onReconnectEnd
    };
    return { giveUpWire, handlers };
  }, [editor, store]);
  return { fitting, ...stable };
}

/** The node under the pointer, as the end that a wire from an end of the other type would have. */
function farEnd(event: PointerEnd, type: HandleType) {
  return { nodeId: nodeUnder(event) ?? '', id: null, type: type === 'source' ? 'target' : 'source' } as const;
}

/** Takes a wire off and puts it where it was let go, as one undo step. */
function moveWire(editor: Editor, wire: CanvasEdge, connection: ReturnType<typeof connectionFor>): void {
  if ('refused' in connection) {
    refuse(editor, connection.refused);
    return;
  }
  const edge = wire.data?.edge;
  if (!edge || 'choose' in connection) {
    return;
  }
  const sameInput =
    'bind' in connection &&
    connection.bind?.node === edge.target &&
    connection.bind.input === edge.targetPort;
  change(editor, doc => {
    if (!sameInput) {
      disconnect(doc, editor.view.flow, edge);
    }
    applyConnection(doc, connection);
  });
}
