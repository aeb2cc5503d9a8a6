import { type Fate, release, type Row, type Target, unhonoured } from '../../kubeflow';
import type { Finding, Rule } from '../rule';
import { titleOf } from '../words';

/** Before the names of rows of the table in src/kubeflow/targets. */
export const TARGET_PREFIX = 'target-';

const SAID: Record<Fate, string> = {
  ignored: 'passes over',
  rejected: 'refuses',
  fails: 'cannot run'
};

export const target: Rule = {
  id: 'target',
  about: 'The target honours all that the compiled spec says, row by row of its table.',
  check: ({ flow, target, compiled }) =>
    unhonoured(compiled, target).map(({ row, fate, task, node }): Finding => {
      const holder = node !== undefined ? titleOf(flow, node) : task ? `The task ${task}` : 'The pipeline';
      return {
        rule: TARGET_PREFIX + row.id,
        severity: fate === 'ignored' ? 'warning' : 'error',
        ...(node !== undefined && { node }),
        field: row.field,
        message: `${holder} uses ${row.what}, which ${nameOf(target)} ${SAID[fate]}: ${row.why}${newer(row, target)}.`,
        ...fixFor(row, target)
      };
    })
};

const nameOf = (target: Target) =>
  target === 'local' ? "the SDK's local runner" : `Kubeflow Pipelines ${release(target)}`;

const newer = ({ since }: Row, target: Target) =>
  target !== 'local' && since ? `; ${release(since)} is the first release that honours it` : '';

function fixFor({ since, fix }: Row, target: Target): { fix?: string } {
  if (target === 'local' || !since) {
    return fix ? { fix } : {};
  }
  const choose = `Choose the target ${since} or a newer one`;
  return { fix: fix ? `${choose}, or ${fix[0].toLowerCase()}${fix.slice(1)}` : `${choose}.` };
}
