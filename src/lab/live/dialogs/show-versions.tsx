import { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { Type } from 'typebox';
import { readPipeline } from '../../../pipeline';
import { mayEdit, Version } from '../../../wire';
import type { LiveFile } from '../live-file';
import { showForm } from './form-dialog';
import { Versions } from './Versions';

const List = Type.Array(Version);

/** Shows the named versions of a pipeline. Rejects with what the hub says. */
export async function showVersions(
  { hub, room, path, session, document }: LiveFile,
  trans: TranslationBundle
): Promise<void> {
  const role = session?.state.role;
  const list = () => (hub ? hub.get(room, 'versions', List) : Promise.resolve([]));
  const body =
    hub && role ? (
      <Versions
        versions={await list()}
        now={document.shared.stored}
        mayEdit={mayEdit(role)}
        save={async name => {
          await hub.send(room, 'versions', 'POST', { name }, Version);
          return list();
        }}
        read={async id => readPipeline(await (await hub.request(room, `versions/${id}`)).text())}
        restore={async id => {
          await hub.send(room, `versions/${id}/restore`, 'POST', {}, Version);
          return list();
        }}
        trans={trans}
      />
    ) : (
      trans.__('This file is edited alone: the hub keeps versions, and there is none.')
    );
  await showForm({
    title: trans.__('Versions of %1', path),
    body,
    buttons: [Dialog.okButton({ label: trans.__('Close') })]
  });
}
