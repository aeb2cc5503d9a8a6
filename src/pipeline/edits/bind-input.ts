import { isObject } from '../file/json';
import { setIn } from '../file/set-in';
import type { Binding } from '../ports';
import { isCode, type PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode, requireNode } from './change-node';
import { PipelineEditError } from './edit-error';
import { refuseCycle } from './refuse-cycle';

/**
 * Says what feeds an input, or that nothing does. For a name that cells need, this is a decision that stands against
 * what the code says, until `setField(doc, node, ['inputs', name], undefined)` gives it back to the code.
 * @throws PipelineEditError when a container declares no such input, or the binding would close a cycle.
 */
export function bindInput(
  doc: SharedPipeline,
  id: string,
  input: string,
  binding: Binding | undefined
): void {
  const node = requireNode(doc, id);
  const field = ['inputs', input];
  refuseCycle(doc, id, field, binding);
  const inputs = (node as Record<string, unknown>).inputs;
  const before = isObject(inputs) && isObject(inputs[input]) ? inputs[input] : undefined;
  if (isCode(node)) {
    const { from: _from, pinned: _pinned, removed: _removed, ...rest } = before ?? {};
    const decision = binding ? { from: binding, pinned: true } : { removed: true };
    putNode(doc, id, setIn(node, field, { ...rest, ...decision }) as PipelineNode);
  } else if (before) {
    putNode(doc, id, setIn(node, [...field, 'from'], binding) as PipelineNode);
  } else {
    throw new PipelineEditError(`The node "${id}" has no input "${input}".`, id, field);
  }
}
