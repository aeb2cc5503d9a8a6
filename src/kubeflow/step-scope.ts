import type { Flow, FlowNode } from '../flow';
import type { Catalog } from '../pools';
import type { Ledger } from './ledger';
import type { StepNames } from './names';
import type { Target } from './target';

/** What the parts of the compiler that write one step need to know. */
export interface StepScope {
  flow: Flow;
  catalog: Catalog;
  target: Target;
  /** Names of every step, by node id. */
  allNames: ReadonlyMap<string, StepNames>;
  node: FlowNode;
  names: StepNames;
  ledger: Ledger;
}
