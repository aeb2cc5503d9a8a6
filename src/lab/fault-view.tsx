import * as React from 'react';
import type { PipelineFileError } from '../pipeline';
import type { EditorServices } from './services';

/** Shown in place of the canvas when the file cannot be read; the text stays as it is and can be opened. */
export function FaultView(props: {
  fault: PipelineFileError;
  path: string;
  services: EditorServices;
}): JSX.Element {
  const { fault, path } = props;
  const { app, trans } = props.services;
  return (
    <div className="jp-WeftEditor-fault" role="alert">
      <h2>{trans.__('This pipeline cannot be drawn')}</h2>
      <p>{trans.__('%1, line %2, column %3: %4.', path, fault.line, fault.column, fault.reason)}</p>
      <p>
        {trans.__('The file was not changed. Correct the text, then choose File > Reload from Disk here.')}
      </p>
      <button
        className="jp-Button jp-mod-styled jp-mod-accept"
        onClick={() => void app.commands.execute('docmanager:open', { path, factory: 'Editor' })}
      >
        {trans.__('Open as Text')}
      </button>
    </div>
  );
}
