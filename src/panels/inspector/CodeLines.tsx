import React from 'react';
import type { Editor } from '../../actions';
import type { EdgeReason } from '../../flow';
import { CodeLineLink } from './CodeLineLink';

/** The two lines of code behind an edge: where the value is written, and where it is read. */
export function CodeLines({ editor, why }: { editor: Editor; why: EdgeReason }): React.ReactElement {
  const { trans } = editor;
  const { write, read, notebook } = why;
  return (
    <>
      <CodeLineLink
        editor={editor}
        notebook={notebook}
        words={trans.__('Written in cell %1, line %2', write.cell + 1, write.line)}
        at={write}
      />
      <CodeLineLink
        editor={editor}
        notebook={notebook}
        words={trans.__('Read in cell %1, line %2', read.cell + 1, read.line)}
        at={read}
      />
    </>
  );
}
