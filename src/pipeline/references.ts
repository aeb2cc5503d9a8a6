import { isObject } from './file/json';
import type { PipelineNode } from './schema';

/** A place in a node that names another node (with one of its outputs, for a binding) or a parameter. */
export interface Reference {
  /** Such as `['inputs', 'model', 'from']`, `['after', 'train']`, `['group']` or `['uri']`. */
  field: readonly string[];
  to: ReferenceTarget;
}

export type ReferenceTarget = { node: string; output?: string } | { parameter: string };

const known = new WeakMap<PipelineNode, readonly Reference[]>();

/**
 * All references of a node, whatever its kind: bindings, order, group, and an importer's parameter. Found once for
 * each node object, since those are never changed in place.
 */
export function referencesOf(node: PipelineNode): readonly Reference[] {
  const found = known.get(node) ?? findReferences(node);
  known.set(node, found);
  return found;
}

function findReferences(node: PipelineNode): Reference[] {
  const { inputs, after, group, uri }: Record<string, unknown> = node;
  const found: Reference[] = [];
  const add = (field: string[], to: ReferenceTarget | undefined) => to && found.push({ field, to });
  for (const [name, input] of Object.entries(isObject(inputs) ? inputs : {})) {
    add(['inputs', name, 'from'], isObject(input) ? targetOf(input.from) : undefined);
  }
  for (const id of Array.isArray(after) ? after : []) {
    add(['after', String(id)], typeof id === 'string' ? { node: id } : undefined);
  }
  add(['group'], typeof group === 'string' ? { node: group } : undefined);
  add(['uri'], isObject(uri) && typeof uri.parameter === 'string' ? { parameter: uri.parameter } : undefined);
  return found;
}

function targetOf(from: unknown): ReferenceTarget | undefined {
  if (!isObject(from)) {
    return undefined;
  }
  if (typeof from.node === 'string' && typeof from.output === 'string') {
    return { node: from.node, output: from.output };
  }
  return typeof from.parameter === 'string' ? { parameter: from.parameter } : undefined;
}

/**
 * A node with its references changed, or without those that `map` answers with undefined; the same object when
 * `map` gives back all it got. A pin goes with the binding it holds, and so does an entry that says nothing else.
 */
export function mapReferences(
  node: PipelineNode,
  map: (reference: Reference) => ReferenceTarget | undefined
): PipelineNode {
  let result: PipelineNode = node;
  for (const reference of referencesOf(node)) {
    const to = map(reference);
    if (to !== reference.to) {
      result = withReference(result, reference.field, to);
    }
  }
  return result;
}

function withReference(
  node: PipelineNode,
  [field, name]: readonly string[],
  to: ReferenceTarget | undefined
): PipelineNode {
  const id = to && 'node' in to ? to.node : undefined;
  const fields: Record<string, unknown> = { ...node };
  if (field === 'inputs') {
    fields.inputs = withInput(fields.inputs as Record<string, Record<string, unknown>>, name, to);
  } else if (field === 'after') {
    const ids = (fields.after as unknown[]).map(item => (item === name ? id : item));
    fields.after = ids.filter(item => item !== undefined);
  } else if (to === undefined) {
    delete fields[field];
  } else {
    fields[field] = field === 'group' ? id : to;
  }
  return fields as PipelineNode;
}

function withInput(
  inputs: Record<string, Record<string, unknown>>,
  name: string,
  to: ReferenceTarget | undefined
): Record<string, Record<string, unknown>> {
  if (to) {
    return { ...inputs, [name]: { ...inputs[name], from: to } };
  }
  const { from: _from, pinned: _pinned, ...input } = inputs[name];
  const { [name]: _input, ...others } = inputs;
  return Object.keys(input).length === 0 ? others : { ...others, [name]: input };
}
