import { Notification } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { change } from '../actions';
import { setField } from '../pipeline';
import { movedPaths } from './follow-renames';
import type { IWeftTracker, WeftDocumentWidget } from './tokens';

/** Offers to follow files that open pipelines name when they are renamed in the file browser. */
export function followRenames(
  contents: Contents.IManager,
  tracker: IWeftTracker,
  trans: TranslationBundle
): void {
  contents.fileChanged.connect((_, { type, oldValue, newValue }) => {
    if (type !== 'rename' || !oldValue?.path || !newValue?.path) {
      return;
    }
    const followed = new Set<unknown>();
    tracker.forEach(widget => {
      // Two views of one file share its document.
      if (!followed.has(widget.context)) {
        followed.add(widget.context);
        offer(widget, oldValue.path ?? '', newValue.path ?? '', trans);
      }
    });
  });
}

/** Offers to update the paths in one pipeline, when it names the file. */
function offer(
  { content, context }: WeftDocumentWidget,
  from: string,
  to: string,
  trans: TranslationBundle
): void {
  const { editor } = content;
  if (!editor || editor.view.readOnly) {
    return;
  }
  const find = () => movedPaths(editor.doc.stored, PathExt.dirname(context.path), from, to);
  const count = find().length;
  if (count === 0) {
    return;
  }
  const update = () =>
    change(editor, doc => find().forEach(({ node, field, to }) => setField(doc, node, [field], to)));
  Notification.info(
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
}
