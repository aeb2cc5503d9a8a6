import { useStore } from '@xyflow/react';
import * as React from 'react';
import type { CanvasHandle } from '../../actions';

/** Fits the view once, when the canvas is first seen: a hidden panel has no size to fit into. */
export function useFirstFit(canvas: CanvasHandle): void {
  const seen = useStore(state => state.width > 0 && state.height > 0 && state.panZoom !== null);
  React.useEffect(() => {
    if (seen) {
      canvas.fit();
    }
  }, [seen, canvas]);
}
