import type { Flow } from '../flow';
import { type Compiled, compiling, finish, type Target } from '../kubeflow';
import type { Catalog } from '../pools';
import type { Kernels } from '../runtime';
import { checking } from './check';
import { losses } from './losses';
import type { Problem } from './problem';
import { contextOf } from './rule';

/** A compiled flow with all that is wrong with it. */
export interface Judged {
  /** What the checks found, then what the compiler lost or the target does not honour. */
  problems: Problem[];
  compiled: Compiled;
}

/** Checks a flow and compiles it, once: what an editor shows and what decides whether a spec is written. */
export function judge(flow: Flow, catalog: Catalog, target: Target, kernels?: Kernels): Judged {
  return finish(judging(flow, catalog, target, kernels));
}

/** The same bit by bit, for whoever has to stay free meanwhile. */
export function* judging(
  flow: Flow,
  catalog: Catalog,
  target: Target,
  kernels?: Kernels
): Generator<void, Judged, void> {
  const compiled = yield* compiling(flow, catalog, target);
  const found = yield* checking(contextOf(flow, catalog, target, kernels, compiled));
  return { problems: [...found, ...losses(flow, compiled.report, found)], compiled };
}

/** Whether problems stand in the way of a spec. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(problem => problem.severity === 'error');
