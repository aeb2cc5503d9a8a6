import type { TranslationBundle } from '@jupyterlab/translation';
import type { SessionState } from '../../session';
import { mayComment, mayEdit, type Role } from '../../wire';
import { isMissing } from './disk-file';
import { FileHeldBack } from './file-held-back';

/** How a save state looks, and what it asks of the user. */
export type Mood = 'busy' | 'good' | 'quiet' | 'bad';

export interface Words {
  mood: Mood;
  /** Two or three words, for the toolbar. */
  label: string;
  /** What that means, in a sentence or two. */
  detail: string;
}

/** What of an open file is said in words. */
export interface Told {
  /** Null until the file was read, and while it cannot be. */
  session: { state: SessionState } | null;
  /** Why the file does not get what is edited. */
  trouble: Error | null;
  /** Why the hub that there is cannot serve, in its words. */
  whyAlone: string | null;
  /** False where the server does not let the file be written. */
  isWritable: boolean;
}

/** Says where live editing stands, and whether what is edited is safe; of no file where live editing is not to be had. */
export function inWords(file: Told | null, trans: TranslationBundle): Words {
  const state = file?.session?.state;
  if (!file || !state || state.connection === 'alone') {
    return {
      mood: 'quiet',
      label: trans.__('Edited alone'),
      detail: file?.whyAlone
        ? trans.__('This file is edited alone and saved as any other. The hub says: %1', file.whyAlone)
        : trans.__(
            'This file is edited alone and saved as any other: no hub is in reach, or live editing is not wanted.'
          )
    };
  }
  const { connection, message, unsent, role } = state;
  const { trouble, isWritable } = file;
  const reason = message ? ` ${message}` : '';
  switch (connection) {
    case 'connecting':
      return {
        mood: 'busy',
        label: trans.__('Connecting…'),
        detail: trans.__('The hub was not heard yet; until then the pipeline can only be looked at.') + reason
      };
    case 'refused':
      return {
        mood: 'bad',
        label: trans.__('Not let in'),
        detail: message ?? trans.__('The hub does not let you into this pipeline.')
      };
    case 'diverged':
      return {
        mood: 'bad',
        label: trans.__('Two versions'),
        detail: trans.__('What is here does not fit what the hub has. Choose what is to stay.')
      };
    case 'offline':
      return {
        mood: 'bad',
        label:
          unsent > 0 ? trans._n('Offline, %1 unsent', 'Offline, %1 unsent', unsent) : trans.__('Offline'),
        detail:
          (!isWritable || (role && !mayEdit(role))
            ? trans.__('The connection to the hub was lost: what others do is shown when it is back.')
            : trans.__(
                'The connection to the hub was lost. You can go on: edits are kept here and sent when it is back.'
              )) + reason
      };
  }
  if (role && !mayEdit(role)) {
    return { mood: 'quiet', label: lookingLabel(role, trans), detail: lookingDetail(role, trans) + reason };
  }
  if (!isWritable) {
    return {
      mood: 'quiet',
      label: trans.__('Read-only file'),
      detail: trans.__(
        'You may look at this pipeline. The server does not let you write its file: what others do is stored on the hub.'
      )
    };
  }
  if (message) {
    return { mood: 'bad', label: trans.__('Not stored'), detail: message };
  }
  if (unsent > 0) {
    return {
      mood: 'busy',
      label: trans.__('Saving…'),
      detail: trans.__('The hub has not stored your last edits yet.')
    };
  }
  return trouble
    ? { mood: 'bad', label: trans.__('File not written'), detail: fileDetail(trouble, trans) }
    : {
        mood: 'good',
        label: trans.__('Saved'),
        detail: trans.__('All edits are stored, and the file follows.')
      };
}

const lookingLabel = (role: Role, trans: TranslationBundle): string =>
  mayComment(role) ? trans.__('Read-only, comments') : trans.__('Read-only');

const lookingDetail = (role: Role, trans: TranslationBundle): string =>
  mayComment(role)
    ? trans.__('You may look at this pipeline and comment on it. An owner can let you edit it.')
    : trans.__('You may look at this pipeline. An owner can let you comment on it or edit it.');

function fileDetail(trouble: Error, trans: TranslationBundle): string {
  if (trouble instanceof FileHeldBack) {
    return trans.__(
      'Your edits are stored on the hub. The file says something else, and waits for your decision.'
    );
  }
  return isMissing(trouble)
    ? trans.__(
        'Your edits are stored on the hub, but the file is gone from its place. Save to make it again.'
      )
    : trans.__('Your edits are stored on the hub, but the file could not be written: %1', trouble.message);
}

/** What a role is called. */
export function roleName(role: Role | 'none', trans: TranslationBundle): string {
  return {
    owner: trans.__('Owner'),
    editor: trans.__('Editor'),
    commenter: trans.__('Commenter'),
    viewer: trans.__('Viewer'),
    none: trans.__('No access')
  }[role];
}
