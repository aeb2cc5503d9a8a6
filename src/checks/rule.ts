import type { Flow } from '../flow';
import { compile, type Compiled, type Target } from '../kubeflow';
import type { Catalog } from '../pools';
import type { Kernels } from '../runtime';
import type { Problem } from './problem';

/** All that a rule may look at. */
export interface CheckContext {
  flow: Flow;
  catalog: Catalog;
  target: Target;
  /** What the live kernels of its notebooks say; none where nobody asked them. */
  kernels: Kernels;
  /** What the flow compiles to: made once, when first asked for. */
  readonly compiled: Compiled;
}

/** A problem without the name of its rule; only a rule that passes on others' findings gives one. */
export type Finding = Omit<Problem, 'rule'> & { rule?: string };

/** One thing that is checked. Pure: the same context gives the same findings, in any order. */
export interface Rule {
  /** In kebab case, as the file is called. */
  id: string;
  /** What holds when it finds nothing: one sentence. */
  about: string;
  check(context: CheckContext): Finding[];
}

const NO_KERNELS: Kernels = new Map();

export function contextOf(
  flow: Flow,
  catalog: Catalog,
  target: Target,
  kernels: Kernels = NO_KERNELS,
  compiled?: Compiled
): CheckContext {
  return {
    flow,
    catalog,
    target,
    kernels,
    get compiled() {
      compiled ??= compile(flow, catalog, target);
      return compiled;
    }
  };
}
