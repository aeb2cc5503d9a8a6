import type { PlannedNode } from './cell-ports';
import { importsOf } from './step-requirements';

/** Top-level modules that a step imports; sorted. Relative imports are left out: they name no package. */
export function stepImports(planned: PlannedNode): string[] {
  const modules = importsOf(planned).map(({ module }) => module.split('.')[0]);
  return [...new Set(modules.filter(Boolean))].sort();
}
