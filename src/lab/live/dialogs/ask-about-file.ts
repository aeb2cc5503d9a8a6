import { Notification } from '@jupyterlab/apputils';
import { mergePipelines, type Pipeline } from '../../../pipeline';
import { chooseSides } from '../choose-sides';
import type { FileState } from '../disk-file';
import type { Answer } from '../file-copy';
import type { Undecided } from '../file-held-back';
import type { Live } from '../live';
import { decide } from './decide';
import { saveCopy } from './save-copy';

/**
 * Asks what is to become of a file that says something else than its pipeline. One that cannot be read is never
 * written over: the user is told, and may correct it.
 * @param pipeline as it is edited
 * @param path of the file
 * @returns null for later
 */
export async function askAboutFile(
  merge: Undecided,
  found: FileState,
  pipeline: Pipeline,
  path: string,
  live: Live
): Promise<Answer | null> {
  const { app, trans } = live;
  if (merge.kind === 'unreadable') {
    Notification.error(
      trans.__(
        '%1 was changed and cannot be read any more (line %2: %3). It is not written over: correct it, or save this pipeline under another name.',
        path,
        merge.fault.line,
        merge.fault.reason
      ),
      {
        autoClose: false,
        actions: [
          {
            label: trans.__('Open as Text'),
            callback: () => void app.commands.execute('docmanager:open', { path, factory: 'Editor' })
          }
        ]
      }
    );
    return null;
  }
  const base = merge.kind === 'conflicts' ? merge.base : null;
  const decision = await decide(
    {
      title: trans.__('%1 says something else', path),
      why: {
        conflicts: trans.__(
          'The file was changed outside of this editor, in settings that were edited here too.'
        ),
        'no-base': trans.__(
          'The file and the pipeline that is edited live differ, and what they have in common is not known.'
        ),
        other: trans.__('The file holds another pipeline now.')
      }[merge.kind],
      mine: { pipeline, name: trans.__('As edited live') },
      theirs: { pipeline: merge.file, name: trans.__('In the file') },
      base,
      copy: trans.__('Keep the File’s as a Copy')
    },
    trans
  );
  if (decision === null) {
    return null;
  }
  if (decision.kind === 'copy') {
    await saveCopy(found.text, path, live);
  }
  if (decision.kind === 'merge' && base) {
    return now => chooseSides(mergePipelines(base, now, merge.file).ours, decision.theirs);
  }
  return decision.kind === 'theirs' ? now => ({ ...merge.file, id: now.id }) : now => now;
}
