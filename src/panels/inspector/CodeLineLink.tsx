import React from 'react';
import type { Editor } from '../../actions';
import type { CodeLine } from '../../flow';

export interface CodeLineLinkProps {
  editor: Editor;
  notebook: string;
  /** Where the line is, in words: it stands before the code. */
  words: string;
  at: CodeLine;
}

/** A line of code with its place; it opens the notebook there. */
export function CodeLineLink({ editor, notebook, words, at }: CodeLineLinkProps): React.ReactElement {
  const { host, trans } = editor;
  const code = <code>{at.code}</code>;
  return (
    <div className="jp-WeftCodeLine">
      <span className="jp-WeftCodeLine-words">{words}</span>
      {host.openFile && at.cell >= 0 ? (
        <button
          type="button"
          className="jp-WeftCodeLine-code"
          title={trans.__('Open %1 at this line', notebook)}
          aria-label={trans.__('%1: %2. Opens %3 at this line.', words, at.code, notebook)}
          onClick={() => host.openFile?.(notebook, at.id, at.line)}
        >
          {code}
        </button>
      ) : (
        <span className="jp-WeftCodeLine-code">{code}</span>
      )}
    </div>
  );
}
