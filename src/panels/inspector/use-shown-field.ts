import { type FocusEvent, useEffect } from 'react';
import type { Editor } from '../../actions';
import { PIPELINE } from './PeersAt';

/** Shows others which field of which node has the focus; `node` is undefined where several are edited at once. */
export function useShownField({ session }: Editor, node: string | undefined) {
  useEffect(() => () => session?.show({ field: undefined }), [session, node]);
  return {
    onFocus: ({ target }: FocusEvent) => {
      const field = target.closest<HTMLElement>('[data-field]')?.dataset.field;
      if (node !== undefined) {
        session?.show({ field: { node, ...(field !== undefined && { field }) } });
      }
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) {
        session?.show({ field: undefined });
      }
    }
  };
}

/** The node whose settings are open, as presence names it; undefined where several are. */
export const openNode = (nodes: readonly string[], edges: number): string | undefined =>
  nodes.length === 1 ? nodes[0] : nodes.length === 0 && edges === 0 ? PIPELINE : undefined;
