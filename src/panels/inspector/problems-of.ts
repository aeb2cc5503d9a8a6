import type { Problem } from '../../checks';
import { dotted, type Path } from './field';

/** Problems of one setting itself, not of what lies inside it. */
export function problemsAt(problems: readonly Problem[], path: Path): Problem[] {
  return problems.filter(problem => problem.field === dotted(path));
}

/** Problems of one setting and of everything inside it. */
export function problemsWithin(problems: readonly Problem[], path: Path): Problem[] {
  const name = dotted(path);
  return problems.filter(problem => problem.field === name || problem.field?.startsWith(`${name}.`));
}

/** Problems that no field with one of these paths shows. */
export function problemsApart(problems: readonly Problem[], paths: readonly Path[]): Problem[] {
  const shown = new Set(paths.flatMap(path => problemsWithin(problems, path)));
  return problems.filter(problem => !shown.has(problem));
}
