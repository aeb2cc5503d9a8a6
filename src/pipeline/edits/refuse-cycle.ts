import type { Binding } from '../ports';
import { wouldCycle } from '../queries/would-cycle';
import type { SharedPipeline } from '../shared/contract';
import { requireNode } from './change-node';
import { PipelineEditError } from './edit-error';

/** Refuses a binding of a node to another that is not there, or that waits for the node itself. */
export function refuseCycle(
  doc: SharedPipeline,
  id: string,
  field: readonly string[],
  binding: Binding | undefined
): void {
  const source =
    binding && 'output' in binding
      ? binding.node
      : binding && 'status' in binding
        ? binding.status
        : undefined;
  if (source === undefined) {
    return;
  }
  requireNode(doc, source);
  if (wouldCycle(doc.pipeline, source, id)) {
    const name = field[0] === 'inputs' ? field[1] : field.join('.');
    const message = `"${name}" of "${id}" cannot be fed by "${source}", which needs "${id}" itself.`;
    throw new PipelineEditError(message, id, field);
  }
}
