import * as React from 'react';
import { useCanvas } from '../CanvasContext';

/**
 * A node that is scrolled out of view leaves the page. When it had the focus, the canvas takes it, so that keys go on
 * working and Tab goes on from the same place. Give the ref to an element of the node.
 */
export function useKeptFocus(): React.RefObject<HTMLDivElement> {
  const { keepFocus } = useCanvas();
  const element = React.useRef<HTMLDivElement>(null);
  React.useLayoutEffect(() => {
    const node = element.current?.closest('[data-weft-node]');
    return () => {
      if (node?.contains(node.ownerDocument.activeElement)) {
        keepFocus();
      }
    };
  }, [keepFocus]);
  return element;
}
