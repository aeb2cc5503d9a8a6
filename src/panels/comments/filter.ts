import type { EditorView, Thread, Translation } from '../../actions';

/** Which threads are listed. */
export type Filter = 'open' | 'selected' | 'resolved' | 'all';

export const FILTERS: readonly { filter: Filter; label: (trans: Translation) => string }[] = [
  { filter: 'open', label: trans => trans.__('Open') },
  { filter: 'selected', label: trans => trans.__('On what is selected') },
  { filter: 'resolved', label: trans => trans.__('Resolved') },
  { filter: 'all', label: trans => trans.__('All') }
];

const TESTS: Record<Filter, (thread: Thread, view: EditorView) => boolean> = {
  open: ({ thread }) => !thread.resolved,
  selected: ({ thread }, { selection }) => thread.node !== undefined && selection.nodes.has(thread.node),
  resolved: ({ thread }) => Boolean(thread.resolved),
  all: () => true
};

/** The threads that a filter lets through, and the one that is open whatever it is. */
export function filtered(threads: readonly Thread[], filter: Filter, view: EditorView): Thread[] {
  const { discussion } = view;
  const open = discussion && 'thread' in discussion ? discussion.thread : null;
  return threads.filter(thread => thread.id === open || TESTS[filter](thread, view));
}

/** What a thread is about, in words. */
export function aboutText(
  { flow }: EditorView,
  about: { node?: string; at?: unknown },
  trans: Translation
): string {
  if (about.node !== undefined) {
    return flow.nodes.get(about.node)?.title ?? trans.__('A node that was deleted');
  }
  return about.at ? trans.__('A place on the canvas') : trans.__('The pipeline');
}
