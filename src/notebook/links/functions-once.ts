import type { StatementPlace } from './config';
import { isContent } from './shares';
import type { Trace } from './traced';
import type { ResolvedUse, Version } from './version';

/**
 * Functions that an input contains, where the step is to have another one of the same name: pickle stores functions by
 * their names alone, so that both would be the last of them.
 */
export function functionClashes(
  { cells }: Trace,
  copied: Iterable<StatementPlace>,
  inputs: readonly { version: Version; read: ResolvedUse }[]
): { made: Version; read: ResolvedUse }[] {
  const places = [...copied];
  const isOther = (made: Version, { cell, statement }: StatementPlace): boolean =>
    (cell !== made.cell || statement !== made.statement) &&
    cells[cell].facts.statements[statement].functions.some(({ name }) => name === made.name);
  return inputs.flatMap(({ version, read }) =>
    functionsInside(version)
      .filter(made => places.some(place => isOther(made, place)))
      .map(made => ({ made, read }))
  );
}

/** Functions that the object of a version contains by then. */
const functionsInside = ({ root, cell }: Version): Version[] =>
  root.shares.flatMap(share =>
    isContent(share) && share.root.kind === 'function' && share.root.cell <= cell ? share.root : []
  );
