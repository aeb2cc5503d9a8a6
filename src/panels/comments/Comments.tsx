import React, { useMemo, useState } from 'react';
import { addComment, comment, type Editor, maySayHere, threadsOf } from '../../actions';
import { newId } from '../../pipeline';
import { ActionButton } from '../ActionButton';
import { Empty } from '../Empty';
import type { PanelProps } from '../panel';
import { useEditor } from '../use-editor';
import { useSession } from '../use-session';
import { Composer } from './Composer';
import { aboutText, type Filter, filtered, FILTERS } from './filter';
import { ThreadItem } from './ThreadItem';

/** What is said of the pipeline: threads, those that are open first, and where to begin one. */
export function Comments({ editor, trans }: PanelProps): React.ReactElement {
  const view = useEditor(editor);
  useSession(editor.session);
  const [filter, setFilter] = useState<Filter>('open');
  const { flow, discussion } = view;
  const threads = useMemo(() => threadsOf(flow), [flow.pipeline.comments]);
  const shown = filtered(threads, filter, view);
  const mayComment = maySayHere(editor);
  return (
    <section className="jp-WeftPanel jp-WeftComments" aria-label={trans.__('Comments')}>
      <header className="jp-WeftComments-head">
        <span className="jp-WeftSelect">
          <select
            className="jp-WeftInput"
            aria-label={trans.__('Which comments are shown')}
            value={filter}
            onChange={event => setFilter(event.target.value as Filter)}
          >
            {FILTERS.map(({ filter: value, label }) => (
              <option key={value} value={value}>
                {`${label(trans)} (${filtered(threads, value, { ...view, discussion: null }).length})`}
              </option>
            ))}
          </select>
        </span>
        <ActionButton editor={editor} action={addComment} />
      </header>
      {discussion && 'begin' in discussion && (
        <Beginning editor={editor} discussion={discussion} mayComment={mayComment} />
      )}
      {shown.length === 0 ? (
        <Empty>
          {threads.length === 0
            ? trans.__('Select a node and choose “Comment” to say something about it.')
            : trans.__('No such comments.')}
        </Empty>
      ) : (
        shown.map(thread => (
          <ThreadItem key={thread.id} editor={editor} thread={thread} mayComment={mayComment} />
        ))
      )}
    </section>
  );
}

/** A thread that is about to be begun. */
function Beginning(props: {
  editor: Editor;
  discussion: { begin: { node?: string; at?: [number, number] } };
  mayComment: boolean;
}): React.ReactElement | null {
  const { editor, discussion, mayComment } = props;
  const { trans, view } = editor;
  const about = aboutText(view, discussion.begin, trans);
  const send = (text: string) => {
    const thread = newId();
    const done = comment(editor, { do: 'open', thread, message: newId(), ...discussion.begin, text });
    if (done) {
      editor.discuss({ thread });
      editor.canvas?.focus();
    }
    return done;
  };
  const cancel = () => {
    editor.discuss(null);
    editor.canvas?.focus();
  };
  return mayComment ? (
    <div className="jp-WeftComments-begin">
      <strong>{about}</strong>
      <Composer
        key={`${discussion.begin.node ?? ''} ${String(discussion.begin.at ?? '')}`}
        trans={trans}
        label={trans.__('Comment on %1', about)}
        placeholder={trans.__('What would you like to say?')}
        send={trans.__('Comment')}
        focus={discussion}
        onSend={send}
        onCancel={cancel}
      />
    </div>
  ) : null;
}
