import type { NodeProps } from '@xyflow/react';
import * as React from 'react';
import type { CanvasNode } from '../project-nodes';

/** A card is drawn again when its content changes, never because it moves. */
export function memoCard(card: (props: NodeProps<CanvasNode>) => JSX.Element) {
  return React.memo(
    card,
    (a, b) => a.data === b.data && a.selected === b.selected && a.isConnectable === b.isConnectable
  );
}
