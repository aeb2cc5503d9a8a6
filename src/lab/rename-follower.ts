import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { change } from '../actions';
import { setField } from '../pipeline';
import { movedPath, movedPaths, type Rename, renamedAgain } from './follow-renames';
import type { IWeftTracker, WeftDocumentWidget } from './tokens';

/** Offers to follow a file that open pipelines name when it was renamed in the file browser. */
export function followRename(
  { oldValue, newValue }: Contents.IChangedArgs,
  tracker: IWeftTracker,
  trans: TranslationBundle
): void {
  const [from, to] = [oldValue?.path, newValue?.path];
  if (!from || !to) {
    return;
  }
  // Two views of one file share its document.
  const views = new Map<unknown, WeftDocumentWidget>();
  tracker.forEach(widget => views.set(widget.context, widget));
  views.forEach(widget => {
    const known = waiting.get(widget.context) ?? [];
    const again = renamedAgain(known, { from, to });
    again.forEach(({ first }) => Notification.dismiss(first.notification));
    const left = known.filter(each => !again.some(({ first }) => first === each));
    const now = [{ from, to }, ...again.map(({ both }) => both)].flatMap(rename =>
      offer(widget, rename, trans)
    );
    waiting.set(widget.context, [...left, ...now]);
  });
}

/** The renames that each document was asked to follow. */
const waiting = new WeakMap<object, Asked[]>();

interface Asked extends Rename {
  notification: string;
}

/** Offers to update the paths in one pipeline, when it names the file. */
function offer(
  { content, context }: WeftDocumentWidget,
  { from, to }: Rename,
  trans: TranslationBundle
): Asked[] {
  const { editor } = content;
  if (!editor || editor.view.readOnly || from === to) {
    return [];
  }
  const folder = PathExt.dirname(context.path);
  const { proposal } = editor.view;
  const notebook = proposal && movedPath(proposal.notebook, folder, from, to);
  if (notebook) {
    editor.setProposal({ ...proposal, notebook, analyzed: { ...proposal.analyzed, path: notebook } });
  }
  const find = () => movedPaths(editor.doc.stored, folder, from, to);
  const count = find().length;
  if (count === 0) {
    return [];
  }
  const update = () =>
    change(editor, doc => find().forEach(({ node, field, to }) => setField(doc, node, [field], to)));
  const notification = Notification.info(
    trans._n(
      '%2 is now %3, and %1 node of %4 names it as before.',
      '%2 is now %3, and %1 nodes of %4 name it as before.',
      count,
      from,
      to,
      PathExt.basename(context.path)
    ),
    {
      autoClose: false,
      actions: [
        {
          label: trans.__('Update'),
          caption: trans.__('Let the nodes name the file as it is called now'),
          callback: () => void (content.isDisposed || update())
        }
      ]
    }
  );
  return [{ from, to, notification }];
}
