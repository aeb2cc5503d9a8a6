import React from 'react';
import type { FieldEditorProps } from './FieldRow';
import { TextEditor } from './TextEditor';

/** The file of a sub-pipeline: its path, and a way to open it. */
export function FileEditor(props: FieldEditorProps): React.ReactElement {
  const { field, form } = props;
  const { trans, editor } = form;
  const path = form.get(field.path);
  const open = editor.host.openFile?.bind(editor.host);
  return (
    <div className="jp-WeftRow-line">
      <TextEditor {...props} />
      {open && typeof path === 'string' && path !== '' && (
        <button type="button" className="jp-WeftButton" onClick={() => open(path)}>
          {trans.__('Open')}
        </button>
      )}
    </div>
  );
}
