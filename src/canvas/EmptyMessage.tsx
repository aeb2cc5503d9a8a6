import * as React from 'react';
import type { Translation } from '../actions';
import { Icon } from './icons';

/** How to start, shown while there is nothing on the canvas. */
export function EmptyMessage({ trans, readOnly }: { trans: Translation; readOnly: boolean }): JSX.Element {
  return (
    <div className="jp-WeftCanvas-empty">
      <Icon name="cells" />
      <h2>{trans.__('This pipeline is empty')}</h2>
      {!readOnly && (
        <>
          <p>{trans.__('Drag cells here from a notebook by the number at their left.')}</p>
          <p>{trans.__('Or select a cell and run the command "Add Cell to Pipeline".')}</p>
          <p>{trans.__('Containers, importers and notes are in the left sidebar.')}</p>
        </>
      )}
    </div>
  );
}
