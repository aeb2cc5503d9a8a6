import type { Flow } from '../flow';
import type { FieldReport } from '../kubeflow';
import { isKnown, isNote } from '../pipeline';
import type { Problem } from './problem';
import { titleOf } from './words';

/**
 * The settings that a compiled flow lost or passed over, as problems: an error for each that is lost, a warning for
 * each that the target does not honour. What `problems` says already is not said again.
 */
export function losses(flow: Flow, report: readonly FieldReport[], problems: readonly Problem[]): Problem[] {
  const known = new Set(problems.map(({ node = '', message }) => `${node} ${message}`));
  const errors = problems.filter(({ severity }) => severity === 'error');
  return report
    .filter(({ node, message = '', ...entry }) => {
      const drawn = flow.nodes.get(node)?.node;
      return (
        (entry.outcome === 'lost' || entry.outcome === 'ignored') &&
        !(drawn && (isNote(drawn) || !isKnown(drawn))) &&
        !known.has(`${node} ${message}`) &&
        !errors.some(error => (error.node ?? '') === node && holds(error.field, entry.field))
      );
    })
    .map(({ node, field, outcome, message, fix }) => ({
      rule: outcome === 'lost' ? 'setting-lost' : 'setting-not-honoured',
      severity: outcome === 'lost' ? 'error' : 'warning',
      ...(node && { node }),
      field,
      message: message ?? `The setting ${field} of ${titleOf(flow, node)} cannot be written.`,
      ...(fix && { fix })
    }));
}

/** Whether a field is another, or the holder of it: `inputs.model` holds `inputs.model.from`. */
function holds(field: string | undefined, other: string): boolean {
  return field !== undefined && (other === field || other.startsWith(`${field}.`));
}
