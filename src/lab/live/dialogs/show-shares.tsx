import { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { mayShare, Shares } from '../../../wire';
import type { LiveFile } from '../live-file';
import { roleName } from '../words';
import { showForm } from './form-dialog';
import { Sharing } from './Sharing';

/** Shows who may do what with a pipeline; its owner can change it. Rejects with what the hub says. */
export async function showShares(
  { hub, room, path, session }: LiveFile,
  trans: TranslationBundle
): Promise<void> {
  const state = session?.state;
  const body = async (): Promise<string | JSX.Element> => {
    if (!hub || !state?.role) {
      return trans.__('This file is edited alone: there is no hub to share it on.');
    }
    if (!mayShare(state.role)) {
      return trans.__(
        'Your role is: %1. Only an owner of this pipeline can say who may do what.',
        roleName(state.role, trans)
      );
    }
    return (
      <Sharing
        shares={await hub.get(room, 'shares', Shares)}
        own={state.user?.username ?? ''}
        change={change => hub.send(room, 'shares', 'PUT', change, Shares)}
        trans={trans}
      />
    );
  };
  await showForm({
    title: trans.__('Share %1', path),
    body: await body(),
    buttons: [Dialog.okButton({ label: trans.__('Close') })]
  });
}
