import { useReactFlow, useStoreApi } from '@xyflow/react';
import * as React from 'react';
import type { Editor } from '../../actions';
import type { Presence } from '../../wire';
import { seenIn } from '../viewport';

/** How many nodes of a selection others are shown. */
export const SHOWN_NODES = 100;

const GONE: Partial<Presence> = { cursor: undefined, selection: undefined, drag: undefined, view: undefined };

/**
 * Shows others where this user points, what is selected and what is seen; the session sends it as often as is fit.
 * @param following whoever follows somebody shows their view on, so that two who follow each other stand still
 */
export function useShowing(editor: Editor, following: boolean) {
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  const { session } = editor;

  React.useEffect(() => {
    let last: ReadonlySet<string> | undefined;
    const showSelection = () => {
      const { nodes } = editor.view.selection;
      if (nodes !== last) {
        last = nodes;
        session?.show({ selection: [...nodes].slice(0, SHOWN_NODES) });
      }
    };
    showSelection();
    const stop = editor.subscribe(showSelection);
    return () => {
      stop();
      session?.show(GONE);
    };
  }, [editor, session]);

  React.useEffect(() => {
    if (!session || following) {
      return;
    }
    let last = '';
    const showView = () => {
      const { transform, width, height } = store.getState();
      const view = seenIn({ x: transform[0], y: transform[1], zoom: transform[2] }, width, height);
      if (width > 0 && String(view) !== last) {
        last = String(view);
        session.show({ view: [...view] });
      }
    };
    showView();
    return store.subscribe(showView);
  }, [session, store, following]);

  return React.useMemo(
    () => ({
      onPointerMoveCapture: ({ clientX, clientY }: React.PointerEvent) => {
        const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
        session?.show({ cursor: [Math.round(x), Math.round(y)] });
      },
      onPointerLeave: () => session?.show({ cursor: undefined })
    }),
    [session, screenToFlowPosition]
  );
}
