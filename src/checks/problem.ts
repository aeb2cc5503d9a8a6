export type Severity = 'error' | 'warning' | 'info';

/** Something a check found. */
export interface Problem {
  /** Name of the rule, in kebab case; one rule per file. */
  rule: string;
  severity: Severity;
  /** Id of the node; absent for the pipeline as a whole. */
  node?: string;
  /** Path within the node, or within the pipeline, such as `inputs.model` or `name`. */
  field?: string;
  /** One sentence: what is wrong. */
  message: string;
  /** One sentence: what to do. */
  fix?: string;
}
