import type { StepPlan } from '../step-facts';
import type { PlacedFile, Trace } from './trace';

/** The paths that cells read and write, each once, in the order in which they are met. */
export function stepFiles({ files }: Trace, own: ReadonlySet<number>): StepPlan['files'] {
  const paths = (mode: 'read' | 'write'): string[] => [
    ...new Set(files.filter(file => file.mode === mode && own.has(file.cell)).map(({ path }) => path))
  ];
  return { reads: paths('read'), writes: paths('write') };
}

/** The statements, as `cell statement`, that open logs which a step goes on with: once the files are there. */
export const logOpeners = (files: readonly PlacedFile[], needs: ReadonlyMap<string, unknown>): string[] =>
  files
    .filter(({ log, path }) => log && needs.has(`file ${path}`))
    .map(({ cell, statement }) => `${cell} ${statement}`);
