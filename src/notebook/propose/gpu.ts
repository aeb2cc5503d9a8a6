import type { ProposedStep } from './proposal';
import type { CellWork } from './cell-work';

/** The strongest mark of a cell. */
export function gpuOf({ cell }: CellWork): ProposedStep['gpu'] {
  const levels = cell.facts.gpu.map(({ level }) => level);
  return levels.includes('needs') ? 'needs' : levels.includes('would') ? 'would' : 'none';
}
