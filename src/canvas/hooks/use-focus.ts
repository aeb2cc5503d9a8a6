import * as React from 'react';
import { type Editor, readingOrder } from '../../actions';

/**
 * The canvas is one tab stop. Tab goes to the node used last, the arrow keys lead on from there, and the selection
 * follows the focus. While a node has the focus, the canvas itself is not a stop, so that Shift+Tab leads out; from
 * the link after the nodes it leads back to them.
 */
export function useFocus(editor: Editor, root: React.RefObject<HTMLDivElement>) {
  const [inside, setInside] = React.useState(false);
  return React.useMemo(() => {
    const onFocus = (event: React.FocusEvent<HTMLDivElement>) => {
      const { target, relatedTarget, currentTarget } = event;
      const isHeld = (element: EventTarget | null) =>
        element === currentTarget ||
        (element instanceof Element && element.closest('[data-weft-node]') !== null);
      setInside(isHeld(target));
      const cameIn = !isHeld(relatedTarget);
      const byKeyboard = target.matches(':focus-visible');
      if (target === currentTarget && cameIn && byKeyboard) {
        const id = [...editor.view.selection.nodes].at(-1) ?? readingOrder(editor.view.flow)[0];
        if (id !== undefined) {
          editor.canvas?.reveal(id);
        }
        return;
      }
      const id = (target as HTMLElement).dataset.weftNode;
      if (id !== undefined && byKeyboard && !editor.view.selection.nodes.has(id)) {
        editor.select({ nodes: [id] });
      }
    };
    const onBlur = (event: React.FocusEvent<HTMLDivElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) {
        setInside(false);
      }
    };
    const keepFocus = () => root.current?.focus({ preventScroll: true });
    return { keepFocus, props: { tabIndex: inside ? -1 : 0, onFocus, onBlur } };
  }, [editor, root, inside]);
}
