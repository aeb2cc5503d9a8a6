import { type ReactFlowState, useStore } from '@xyflow/react';
import * as React from 'react';
import type { Box } from '../viewport';

const same = (a: Box | null, b: Box | null) =>
  a === b ||
  (a !== null && b !== null && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height);

/** Where a node is drawn at the moment, also while somebody drags it; null when it is not there. */
export function useBox(id: string): Box | null {
  const select = React.useCallback(
    ({ nodeLookup }: ReactFlowState): Box | null => {
      const node = nodeLookup.get(id);
      const at = node?.internals.positionAbsolute;
      return at
        ? { x: at.x, y: at.y, width: node.measured.width ?? 0, height: node.measured.height ?? 0 }
        : null;
    },
    [id]
  );
  return useStore(select, same);
}
