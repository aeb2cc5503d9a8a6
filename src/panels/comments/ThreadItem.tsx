import React, { useEffect, useRef } from 'react';
import { comment, type Editor, goToThread, isOwnComment, type Thread } from '../../actions';
import { isKnown, newId } from '../../pipeline';
import { Glyph } from '../Glyph';
import { Composer } from './Composer';
import { aboutText } from './filter';
import { Message } from './Message';

/** A thread: what it is about, what was said, and, while it is open, where to answer. */
export function ThreadItem(props: {
  editor: Editor;
  thread: Thread;
  mayComment: boolean;
}): React.ReactElement {
  const { editor, mayComment } = props;
  const { id, thread, messages } = props.thread;
  const { trans, view } = editor;
  const { discussion } = view;
  const open = discussion && 'thread' in discussion && discussion.thread === id ? discussion : null;
  const element = useRef<HTMLElement>(null);
  const isOpen = open !== null;
  useEffect(() => {
    if (isOpen) {
      element.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [isOpen]);
  const node = thread.node === undefined ? undefined : view.flow.nodes.get(thread.node)?.node;
  const about = aboutText(view, thread, trans);
  const shown = isOpen ? messages : messages.slice(0, 1);
  const rest = messages.length - shown.length;
  const toggle = () => (isOpen ? editor.discuss(null) : goToThread(editor, props.thread));
  return (
    <article
      ref={element}
      className={`jp-WeftThread${isOpen ? ' jp-mod-open' : ''}${thread.resolved ? ' jp-mod-resolved' : ''}`}
      aria-label={trans.__('%1, by %2', about, messages[0][1].name)}
    >
      <header className="jp-WeftThread-head">
        <button type="button" className="jp-WeftThread-about" aria-expanded={isOpen} onClick={toggle}>
          <Glyph name={node && isKnown(node) ? node.kind : 'comment'} />
          <span>{about}</span>
        </button>
        {thread.resolved && (
          <span className="jp-WeftThread-resolved jp-mod-succeeded">
            <Glyph name="succeeded" />
            {trans.__('Resolved')}
          </span>
        )}
        {mayComment && (
          <button
            type="button"
            className="jp-WeftLink"
            onClick={() => void comment(editor, { do: thread.resolved ? 'reopen' : 'resolve', thread: id })}
          >
            {thread.resolved ? trans.__('Reopen') : trans.__('Resolve')}
          </button>
        )}
      </header>
      <ol className="jp-WeftThread-messages">
        {shown.map(([key, message]) => (
          <Message
            key={key}
            message={message}
            trans={trans}
            onRemove={
              isOpen && mayComment && isOwnComment(editor, message)
                ? () => void comment(editor, { do: 'remove', thread: id, message: key })
                : undefined
            }
          />
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" className="jp-WeftLink jp-WeftThread-more" onClick={toggle}>
          {rest === 1 ? trans.__('1 reply') : trans.__('%1 replies', rest)}
        </button>
      )}
      {isOpen && mayComment && (
        <Composer
          trans={trans}
          label={trans.__('Reply')}
          placeholder={trans.__('Reply…')}
          send={trans.__('Reply')}
          focus={open.reply ? open : null}
          onSend={text => comment(editor, { do: 'reply', thread: id, message: newId(), text })}
        />
      )}
    </article>
  );
}
