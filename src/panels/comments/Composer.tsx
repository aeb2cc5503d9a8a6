import React, { useEffect, useRef, useState } from 'react';
import type { Translation } from '../../actions';

export interface ComposerProps {
  trans: Translation;
  /** What the field is, for screen readers. */
  label: string;
  placeholder: string;
  /** What stands on the button that sends. */
  send: string;
  /** Another object gives the field the focus; null does not. */
  focus: object | null;
  /** Returns whether it was sent; the text stays when not. */
  onSend: (text: string) => boolean;
  onCancel?: () => void;
}

const LONGEST = 10_000;
/** How many frames a section that is being opened has to appear in. */
const PATIENCE = 30;

/** Where a comment is written: plain text with line breaks. Ctrl+Enter or Cmd+Enter sends, Escape gives up. */
export function Composer(props: ComposerProps): React.ReactElement {
  const { trans, label, placeholder, send, focus, onSend, onCancel } = props;
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => (focus ? focusSoon(field) : undefined), [focus]);
  const isBlank = text.trim() === '';
  const submit = () => {
    if (!isBlank && onSend(text.trim())) {
      setText('');
    }
  };
  const cancel = () => {
    setText('');
    onCancel?.();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      cancel();
    }
  };
  return (
    <div className="jp-WeftComposer" data-lm-suppress-shortcuts onKeyDown={onKeyDown}>
      <textarea
        ref={field}
        className="jp-WeftInput"
        aria-label={label}
        placeholder={placeholder}
        rows={text === '' && !onCancel ? 1 : 3}
        maxLength={LONGEST}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      {(text !== '' || onCancel) && (
        <div className="jp-WeftComposer-buttons">
          <button type="button" className="jp-WeftButton jp-mod-accept" disabled={isBlank} onClick={submit}>
            {send}
          </button>
          <button type="button" className="jp-WeftButton" onClick={cancel}>
            {trans.__('Cancel')}
          </button>
        </div>
      )}
    </div>
  );
}

/** Gives an element the focus as soon as it is seen; returns the way to give up. */
function focusSoon(element: React.RefObject<HTMLElement>): () => void {
  let left = PATIENCE;
  let request = 0;
  const attempt = () => {
    element.current?.focus();
    if (document.activeElement !== element.current && left-- > 0) {
      request = requestAnimationFrame(attempt);
    }
  };
  attempt();
  return () => cancelAnimationFrame(request);
}
