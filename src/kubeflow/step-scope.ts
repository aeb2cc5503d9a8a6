import type { Flow, FlowNode } from '../flow';
import type { Binding } from '../pipeline';
import type { Catalog } from '../pools';
import type { Ledger } from './ledger';
import type { StepNames } from './names';
import type { Target } from './target';

/**
 * What a binding reads, said within the DAG that holds the reader's task: an output of a task beside it, an input of
 * the component around it, a constant, or how a task beside it ended.
 */
export type Source =
  | { task: string; output: string; artifact: boolean }
  | { input: string; artifact: boolean; selector?: string }
  | { constant: unknown }
  | { status: string };

/** What the parts of the compiler that write one node need to know. */
export interface StepScope {
  flow: Flow;
  catalog: Catalog;
  target: Target;
  /** Names of every task, by node id. */
  allNames: ReadonlyMap<string, StepNames>;
  node: FlowNode;
  names: StepNames;
  ledger: Ledger;
  /** What a binding of this node reads; undefined when it leads to nothing that is in the spec. */
  source(binding: Binding): Source | undefined;
}
