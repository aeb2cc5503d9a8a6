import { Dialog, showDialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { nameOf } from '../../../wire';
import { FileHeldBack } from '../file-held-back';
import type { LiveFile } from '../live-file';
import { inWords, roleName } from '../words';

/** Says where live editing of a file stands, and offers what helps. */
export async function showStatus(file: LiveFile, trans: TranslationBundle): Promise<void> {
  const state = file.session?.state ?? null;
  const { label, detail } = inWords(file, trans);
  const facts: [string, string | undefined][] = [
    [trans.__('Hub'), file.hub ? file.hub.address : undefined],
    [trans.__('You are'), state?.user ? nameOf(state.user) : undefined],
    [trans.__('Role'), state?.role ? roleName(state.role, trans) : undefined],
    [trans.__('Edits that are not stored yet'), state?.unsent ? String(state.unsent) : undefined]
  ];
  const mayDecide = state?.connection === 'diverged' || file.trouble instanceof FileHeldBack;
  const canReconnect = !mayDecide && state !== null && state.connection !== 'live';
  const { button } = await showDialog({
    title: label,
    body: (
      <div className="jp-WeftDialog">
        <p>{detail}</p>
        <dl className="jp-WeftDialog-facts">
          {facts.flatMap(([name, value]) =>
            value === undefined
              ? []
              : [
                  <React.Fragment key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </React.Fragment>
                ]
          )}
        </dl>
      </div>
    ),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Close') }),
      ...(mayDecide ? [Dialog.okButton({ label: trans.__('Choose…'), actions: ['decide'] })] : []),
      ...(canReconnect ? [Dialog.okButton({ label: trans.__('Reconnect'), actions: ['reconnect'] })] : [])
    ]
  });
  if (button.actions.includes('decide')) {
    file.decide();
  } else if (button.actions.includes('reconnect')) {
    file.reconnect();
  }
}
