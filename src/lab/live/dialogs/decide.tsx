import { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { type Conflict, mergePipelines, type Pipeline } from '../../../pipeline';
import { showForm } from './form-dialog';
import { ConflictChoice, type Side, WholeChoice } from './SideChoice';

/** What is to be decided. */
export interface Question {
  title: string;
  /** What happened, in a sentence or two. */
  why: string;
  mine: Side;
  theirs: Side;
  /** What both come from; null when it is not known: then one of them stays whole. */
  base: Pipeline | null;
  /** Label of the button that keeps one side as a file of its own. */
  copy: string;
}

/** What the user decided; `theirs` of a merge are the conflicts for which they took the other side. */
export type Decision = { kind: 'merge'; theirs: Conflict[] } | { kind: 'mine' | 'theirs' | 'copy' };

/** Lets the user choose between two pipelines, by node and field where their base is known; null for later. */
export async function decide(question: Question, trans: TranslationBundle): Promise<Decision | null> {
  const { title, why, mine, theirs, base, copy } = question;
  const conflicts = base && mergePipelines(base, mine.pipeline, theirs.pipeline).conflicts;
  const chosen = new Set<Conflict>();
  let isTheirs = false;
  const { button } = await showForm({
    title,
    body: (
      <div className="jp-WeftDialog">
        <p>{why}</p>
        {conflicts && conflicts.length === 0 && (
          <p>{trans.__('The changes do not get in each other’s way.')}</p>
        )}
        {conflicts && conflicts.length > 0 && (
          <ConflictChoice
            {...{ conflicts, mine, theirs, trans }}
            onChoose={(conflict, other) => void chosen[other ? 'add' : 'delete'](conflict)}
          />
        )}
        {!conflicts && <WholeChoice {...{ mine, theirs, trans }} onChoose={other => (isTheirs = other)} />}
      </div>
    ),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Later') }),
      Dialog.createButton({ label: copy, accept: true, actions: ['copy'] }),
      Dialog.okButton({ label: conflicts ? trans.__('Merge') : trans.__('Continue') })
    ]
  });
  if (!button.accept) {
    return null;
  }
  if (button.actions.includes('copy')) {
    return { kind: 'copy' };
  }
  return conflicts ? { kind: 'merge', theirs: [...chosen] } : { kind: isTheirs ? 'theirs' : 'mine' };
}
