import React from 'react';
import { type Action, type Editor, isEnabled } from '../actions';

export interface ActionButtonProps {
  editor: Editor;
  action: Action;
  args?: Record<string, unknown>;
  /** What stands on it, where the label of the action says too much. */
  text?: string;
  /** What it does in full, for screen readers and as its tooltip. */
  about?: string;
  /** Looks like a word of the text around it. */
  link?: boolean;
  /** It works on what `args` names, whatever is selected. */
  always?: boolean;
  /** It is gone when its work is done: the canvas takes the focus, so that keys go on to undo it. */
  leaves?: boolean;
}

/** A button that does what the command of the same name does. */
export function ActionButton(props: ActionButtonProps): React.ReactElement {
  const { editor, action, args = {}, text, about, link, always, leaves } = props;
  const { trans, view } = editor;
  const words = text ?? action.label(trans);
  const act = async () => {
    await action.do(editor, args);
    if (leaves) {
      editor.canvas?.focus();
    }
  };
  return (
    <button
      type="button"
      className={link ? 'jp-WeftLink' : 'jp-WeftButton'}
      title={about ?? action.caption?.(trans)}
      aria-label={about === undefined ? undefined : `${words}: ${about}`}
      disabled={always ? action.writes && view.readOnly : !isEnabled(action, editor)}
      onClick={() => void act()}
    >
      {words}
    </button>
  );
}
