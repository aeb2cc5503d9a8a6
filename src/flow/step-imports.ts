import type { PlannedNode } from './cell-ports';
import { importsOf } from './step-requirements';

/** Top-level modules that a step imports and cannot do without; sorted. Relative imports are left out: they name no package. */
export function stepImports(planned: PlannedNode): string[] {
  const needed = importsOf(planned).filter(({ optional }) => !optional);
  const modules = needed.map(({ module }) => module.split('.')[0]);
  return [...new Set(modules.filter(Boolean))].sort();
}
