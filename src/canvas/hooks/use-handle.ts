import { useReactFlow, useStoreApi } from '@xyflow/react';
import * as React from 'react';
import type { CanvasHandle, Editor } from '../../actions';
import { glide } from '../glide';
import type { LiveRegionHandle } from '../LiveRegion';
import type { OutputChooserHandle } from '../OutputChooser';
import type { CanvasEdge } from '../project-edges';
import type { CanvasNode } from '../project-nodes';
import { tidyNodes } from '../tidy-nodes';
import { type Box, boxAround, viewOf, viewShowing, ZOOM } from '../viewport';

export interface HandleParts {
  root: React.RefObject<HTMLDivElement>;
  live: React.RefObject<LiveRegionHandle>;
  chooser: React.RefObject<OutputChooserHandle>;
  setRenaming: (node: string) => void;
  giveUp: () => boolean;
  /** Told before the view is moved, so that it follows nobody any more. */
  letGo: () => void;
  /** Where a context menu was opened last, on the screen. */
  menuAt: React.MutableRefObject<{ x: number; y: number } | null>;
}

/** How many frames a node that was just added or uncovered has to appear in. */
const PATIENCE = 30;

/** What a mounted canvas can do for others. */
export function useHandle(
  editor: Editor,
  { root, live, chooser, setRenaming, giveUp, letGo, menuAt }: HandleParts
): CanvasHandle {
  const flow = useReactFlow<CanvasNode, CanvasEdge>();
  const store = useStoreApi<CanvasNode, CanvasEdge>();
  return React.useMemo(() => {
    const gliding = () =>
      glide(store.getState().domNode, window.matchMedia('(prefers-reduced-motion: reduce)').matches);
    const focusNode = (id: string, patience = PATIENCE): void => {
      const node = root.current?.querySelector<HTMLElement>(`[data-weft-node="${CSS.escape(id)}"]`);
      if (node) {
        node.focus({ preventScroll: true });
      } else if (patience > 0) {
        requestAnimationFrame(() => focusNode(id, patience - 1));
      }
    };
    const showBox = (box: Box): void => {
      const { width, height } = store.getState();
      const view = flow.getViewport();
      const next = viewShowing(box, view, width, height);
      if (next !== view) {
        letGo();
        void flow.setViewport(next, gliding());
      }
    };
    const show = (id: string, patience = PATIENCE): void => {
      const node = store.getState().nodeLookup.get(id);
      const box = node && boxAround([node]);
      if (box) {
        showBox(box);
      } else if (patience > 0) {
        requestAnimationFrame(() => show(id, patience - 1));
      }
    };
    const fit = (ids?: readonly string[], patience = PATIENCE): void => {
      const { nodes, width, height } = store.getState();
      const chosen = ids ? nodes.filter(node => ids.includes(node.id)) : nodes;
      if (ids && chosen.length < ids.length && patience > 0) {
        requestAnimationFrame(() => fit(ids, patience - 1));
        return;
      }
      const box = boxAround(chosen);
      if (box && width > 0 && height > 0) {
        letGo();
        void flow.setViewport(viewOf(box, width, height), gliding());
      }
    };
    const handle: CanvasHandle = {
      fit: ids => fit(ids),
      zoomTo: zoom => {
        letGo();
        void flow.zoomTo(zoom, gliding());
      },
      zoomBy: factor => {
        letGo();
        const zoom = Math.min(ZOOM.max, Math.max(ZOOM.min, flow.getZoom() * factor));
        void flow.zoomTo(zoom, gliding());
      },
      toFlow: point => {
        const { x, y } = flow.screenToFlowPosition(point);
        return [Math.round(x), Math.round(y)];
      },
      centre: () => {
        const { width, height, transform } = store.getState();
        const [x, y, zoom] = transform;
        return [Math.round((width / 2 - x) / zoom), Math.round((height / 2 - y) / zoom)];
      },
      pointed: () => {
        const point = menuAt.current;
        menuAt.current = null;
        return point ? handle.toFlow(point) : undefined;
      },
      reveal: id => {
        show(id);
        focusNode(id);
      },
      show: ({ node, at }) => {
        if (node !== undefined) {
          show(node);
        } else if (at) {
          showBox({ x: at[0], y: at[1], width: 0, height: 0 });
        }
      },
      focus: () => root.current?.focus({ preventScroll: true }),
      giveUp,
      rename: id => {
        show(id);
        setRenaming(id);
      },
      tidy: ids => tidyNodes(editor, ids),
      choose: (node, outputs, asks) => chooser.current?.choose(node, outputs, asks) ?? Promise.resolve(null),
      announce: (message, urgency) => live.current?.announce(message, urgency)
    };
    return handle;
  }, [editor, flow, store, root, live, chooser, setRenaming, giveUp, letGo, menuAt]);
}
