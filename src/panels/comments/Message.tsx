import React from 'react';
import type { Translation } from '../../actions';
import type { Comment } from '../../pipeline';
import { colourOf } from '../../session';
import { initials } from '../../wire';
import { IconButton } from '../IconButton';

/** What somebody said, and when. */
export function Message(props: {
  message: Comment;
  trans: Translation;
  /** Absent for what one may not take back. */
  onRemove?: () => void;
}): React.ReactElement {
  const { message, trans, onRemove } = props;
  return (
    <li className="jp-WeftMessage">
      <span className={`jp-WeftMessage-who jp-mod-peer${colourOf(message.by)}`} aria-hidden="true">
        {initials(message.name)}
      </span>
      <div className="jp-WeftMessage-body">
        <div className="jp-WeftMessage-head">
          <strong>{message.name}</strong>
          <time dateTime={message.at} title={timeText(message.at, 'full')}>
            {timeText(message.at, 'short')}
          </time>
          {onRemove && (
            <IconButton glyph="remove" label={trans.__('Take back what you said')} onClick={onRemove} />
          )}
        </div>
        <p className="jp-WeftMessage-text">{message.text}</p>
      </div>
    </li>
  );
}

/** A time in the words of the browser's language; the text itself where it is none. */
function timeText(at: string, length: 'short' | 'full'): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) {
    return at;
  }
  const isToday = time.toDateString() === new Date().toDateString();
  const dateStyle = length === 'full' ? 'full' : 'medium';
  return time.toLocaleString(undefined, {
    timeStyle: 'short',
    ...((length === 'full' || !isToday) && { dateStyle })
  });
}
