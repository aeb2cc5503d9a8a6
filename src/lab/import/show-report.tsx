import { Dialog, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { ImportReport } from '../../kubeflow';

/** How many parts are listed; each node's inspector lists its own. */
const MOST = 200;

/** Tells what of an imported spec is shown as opaque or kept as it is; says nothing when all could be drawn. */
export async function showReport(
  file: string,
  { opaque, kept }: ImportReport,
  trans: TranslationBundle
): Promise<void> {
  const parts = [...opaque, ...kept];
  if (parts.length === 0) {
    return;
  }
  await showDialog({
    title: trans.__('Imported from %1', file),
    body: (
      <div className="jp-WeftImport">
        <p>
          {trans.__(
            'The pipeline is complete. No setting says the parts below; they are kept, compiled as they were, and shown in the inspector of their node.'
          )}
        </p>
        <ul tabIndex={0} aria-label={trans.__('Parts that are kept')}>
          {parts.slice(0, MOST).map(({ why }, index) => (
            <li key={index}>{withCode(why)}</li>
          ))}
          {parts.length > MOST && <li>{trans.__('and %1 more', parts.length - MOST)}</li>}
        </ul>
      </div>
    ),
    buttons: [Dialog.okButton({ label: trans.__('OK') })]
  });
}

/** A sentence whose names in backticks are set as code. */
function withCode(sentence: string): React.ReactNode[] {
  return sentence.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
