import type { Problem } from '../src/checks';

/** One line per problem: where, how bad, what, and what to do. */
export function problemLine(path: string, problem: Problem): string {
  const place = [path, problem.node, problem.field].filter(Boolean).join(': ');
  const fix = problem.fix ? ` ${problem.fix}` : '';
  return `${place}: ${problem.severity}: ${problem.message}${fix} [${problem.rule}]`;
}

/** `2 errors, 1 warning`, or `no problems`. */
export function problemCount(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']) =>
    problems.filter(problem => problem.severity === severity).length;
  const say = (n: number, word: string) => (n > 0 ? [`${n} ${word}${n > 1 ? 's' : ''}`] : []);
  const parts = [
    ...say(count('error'), 'error'),
    ...say(count('warning'), 'warning'),
    ...say(count('info'), 'note')
  ];
  return parts.join(', ') || 'no problems';
}
