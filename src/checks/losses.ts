import type { Flow } from '../flow';
import type { FieldReport } from '../kubeflow';
import { isKnown, isNote } from '../pipeline';
import type { Problem } from './problem';
import { errorsByNode, holds } from './said';
import { titleOf } from './words';

/** Rules after which nothing of a node can be compiled. */
const UNREADABLE = ['notebook-unreadable', 'pipeline-unreadable'];

/**
 * The settings that a compiled flow lost or passed over, as problems: an error for each that is lost, a warning for
 * each that the target does not honour. What `problems` says already is not said again, nor what follows from a
 * notebook or pipeline file that cannot be read.
 */
export function losses(flow: Flow, report: readonly FieldReport[], problems: readonly Problem[]): Problem[] {
  const known = new Set(problems.map(({ node = '', message }) => `${node} ${message}`));
  const errors = errorsByNode(problems);
  const says = (error: Problem, field: string) =>
    UNREADABLE.includes(error.rule) || holds(error.field, field);
  const told = report
    .filter(({ node, message = '', ...entry }) => {
      const drawn = flow.nodes.get(node)?.node;
      return (
        (entry.outcome === 'lost' || entry.outcome === 'ignored') &&
        !(drawn && (isNote(drawn) || !isKnown(drawn))) &&
        !known.has(`${node} ${message}`) &&
        !errors.get(node)?.some(error => says(error, entry.field))
      );
    })
    .map(({ node, field, outcome, message, fix }): Told => ({
      rule: outcome === 'lost' ? 'setting-lost' : 'setting-not-honoured',
      severity: outcome === 'lost' ? 'error' : 'warning',
      ...(node && { node }),
      field,
      message: message ?? `The setting ${field} of ${titleOf(flow, node)} cannot be written.`,
      ...(fix && { fix })
    }));
  return oneOfEach(told);
}

type Told = Problem & { field: string };

/** One problem where several settings of a node have the same to be said of them; it names the others. */
function oneOfEach(problems: readonly Told[]): Problem[] {
  const same = new Map<string, Told[]>();
  for (const problem of problems) {
    const key = [problem.node ?? '', problem.rule, problem.message, problem.fix ?? ''].join('\0');
    same.set(key, [...(same.get(key) ?? []), problem]);
  }
  return [...same.values()].map(([first, ...others]) =>
    others.length
      ? {
          ...first,
          message: `${first.message} The same holds for ${listed(others.map(({ field }) => field))}.`
        }
      : first
  );
}

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join();
