import type { Problem } from './problem';

/** Whether a field is another, or the holder of it: `inputs.model` holds `inputs.model.from`. */
export function holds(field: string | undefined, other: string): boolean {
  return field !== undefined && (other === field || other.startsWith(`${field}.`));
}

/** The errors among problems, by the id of their node; those of the pipeline under the empty id. */
export function errorsByNode(problems: readonly Problem[]): Map<string, Problem[]> {
  const errors = new Map<string, Problem[]>();
  for (const problem of problems.filter(({ severity }) => severity === 'error')) {
    const { node = '' } = problem;
    const known = errors.get(node);
    errors.set(node, known ? [...known, problem] : [problem]);
  }
  return errors;
}
