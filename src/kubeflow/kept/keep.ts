import type { Kept, TaskNode } from '../../pipeline';
import type { Ledger } from '../ledger';
import type { Documents } from '../pipeline-spec';
import { componentPath, executorPath, platformPath, type SpecPath, taskPath } from '../spec-path';
import type { Pieces } from '../spec-pieces';
import type { StepScope } from '../step-scope';
import { applyKept } from './apply-kept';

/** The pieces of a node with what an import kept of it, and an account of each entry. */
export function keepPieces(pieces: Pieces, { node, names, ledger }: StepScope): Pieces {
  const { kept = [] } = node.node as TaskNode;
  const bases: Record<string, SpecPath> = {
    task: taskPath(names),
    component: componentPath(names.component),
    executor: executorPath(names.executor),
    platform: platformPath(names.executor)
  };
  return keep(pieces, kept, 'kept', ledger, ([piece, ...rest]) => [...(bases[piece] ?? [piece]), ...rest]);
}

/** Both documents with what an import kept of the pipeline itself. */
export function keepDocuments(documents: Documents, kept: readonly Kept[], ledger: Ledger): Documents {
  return keep(documents, kept, 'imported.kept', ledger, at => at);
}

function keep<T extends object>(
  written: T,
  kept: readonly Kept[],
  field: string,
  ledger: Ledger,
  pathOf: (at: readonly string[]) => SpecPath
): T {
  if (kept.length === 0) {
    return written;
  }
  const { value, applies } = applyKept(written, kept);
  kept.forEach(({ at, is }, i) => {
    const path = pathOf(at);
    if (applies[i]) {
      ledger.keeps(path);
    }
    if (!applies[i]) {
      ledger.ignored(
        `${field}.${i}`,
        `What the imported spec says at \`${at.join('.')}\` no longer applies, as the settings changed.`,
        'Forget it, or undo the change.'
      );
    } else if (is === undefined) {
      ledger.drawing(`${field}.${i}`, `The imported spec says nothing at \`${at.join('.')}\`.`);
    } else {
      ledger.compiled(`${field}.${i}`, path);
    }
  });
  return value;
}
