import { isObject, type JsonObject } from './file/json';
import { setIn } from './file/set-in';
import { type Binding, isBinding } from './ports';
import type { Pipeline, PipelineNode } from './schema';

/** A place in a node that names another node, with what it takes from it for a binding, or a parameter. */
export interface Reference {
  /** Such as `['inputs', 'model', 'from']`, `['after', 'train']`, `['group']` or `['when', 'left']`. */
  field: readonly string[];
  to: ReferenceTarget;
  /** Its setting cannot do without it: it is never left out, and checks say when it does not hold. */
  required?: true;
}

/** What is named: a node alone by `after` and `group`, and all that a binding can name. */
export type ReferenceTarget = { node: string } | BindingTarget;
type BindingTarget = Exclude<Binding, { value: unknown }>;

/** The id of the node that a reference names; undefined for parameters. */
export function namedNode(to: ReferenceTarget): string | undefined {
  if ('node' in to) {
    return to.node;
  }
  return 'item' in to ? to.item : 'status' in to ? to.status : undefined;
}

/** The same target at another node. */
export function atNode<T extends ReferenceTarget>(to: T, id: string): T {
  const key = 'node' in to ? 'node' : 'item' in to ? 'item' : 'status';
  return key in to && to[key as keyof T] !== id ? { ...to, [key]: id } : to;
}

/** Where bindings stand in a node of any kind: `*` is every key of an object, `#` every item of a list. */
const PLACES: readonly { path: readonly string[]; required?: true }[] = [
  { path: ['inputs', '*', 'from'] },
  { path: ['outputs', '*', 'from'] },
  { path: ['outputs', '*', 'from', '#'] },
  { path: ['items'] },
  { path: ['when', 'left'], required: true },
  { path: ['when', 'right'], required: true },
  { path: ['uri'], required: true },
  { path: ['kubernetes', 'nodeSelector'] },
  { path: ['kubernetes', 'tolerations', '#'] },
  { path: ['kubernetes', 'nodeAffinity', '#'] },
  { path: ['kubernetes', 'pvcMount', '#', 'pvcName'], required: true },
  { path: ['kubernetes', 'secretAsVolume', '#', 'secretName'], required: true },
  { path: ['kubernetes', 'secretAsEnv', '#', 'secretName'], required: true },
  { path: ['kubernetes', 'configMapAsVolume', '#', 'configMapName'], required: true },
  { path: ['kubernetes', 'configMapAsEnv', '#', 'configMapName'], required: true },
  { path: ['kubernetes', 'imagePullSecret', '#', 'secretName'], required: true }
];

/** A binding, constants included, and the path at which it stands in its node. */
export interface PlacedBinding {
  field: readonly string[];
  binding: Binding;
  required?: true;
}

const placed = new WeakMap<object, readonly PlacedBinding[]>();

/** All bindings of a node or, with `outputs` alone, of a pipeline; found once for each object. */
export function bindingsOf(holder: PipelineNode | Pick<Pipeline, 'outputs'>): readonly PlacedBinding[] {
  const found =
    placed.get(holder) ?? PLACES.flatMap(({ path, required }) => bindingsAt(holder, path, required));
  placed.set(holder, found);
  return found;
}

function bindingsAt(holder: object, path: readonly string[], required: true | undefined): PlacedBinding[] {
  const found: PlacedBinding[] = [];
  const visit = (value: unknown, depth: number, field: readonly string[]): void => {
    const key = path[depth];
    if (key === undefined) {
      const binding = bindingOf(value, field[0] === 'kubernetes');
      if (binding) {
        found.push({ field, binding, ...(required && { required }) });
      }
    } else if (key === '#') {
      const items: unknown[] = Array.isArray(value) ? value : [];
      items.forEach((item, index) => visit(item, depth + 1, [...field, String(index)]));
    } else if (isObject(value)) {
      const names = key === '*' ? Object.keys(value) : Object.hasOwn(value, key) ? [key] : [];
      names.forEach(name => visit(value[name], depth + 1, [...field, name]));
    }
  };
  visit(holder, 0, []);
  return found;
}

/** @param exact whether keys besides those of the binding make it something else, such as a toleration */
function bindingOf(from: unknown, exact: boolean): Binding | undefined {
  if (!isObject(from) || (exact && !isBinding(from))) {
    return undefined;
  }
  const { node, output, input, item, field, status, parameter }: JsonObject = from;
  if (typeof node === 'string' && typeof output === 'string') {
    return { node, output };
  }
  if (typeof node === 'string' && typeof input === 'string') {
    return { node, input };
  }
  if (typeof item === 'string') {
    return { item, ...(typeof field === 'string' && { field }) };
  }
  if (typeof status === 'string') {
    return { status };
  }
  if (typeof parameter === 'string') {
    return { parameter };
  }
  return 'value' in from ? { value: from.value } : undefined;
}

const known = new WeakMap<PipelineNode, readonly Reference[]>();

/**
 * All references of a node, whatever its kind: bindings, order and group. Found once for each node object, since
 * those are never changed in place.
 */
export function referencesOf(node: PipelineNode): readonly Reference[] {
  const found = known.get(node) ?? findReferences(node);
  known.set(node, found);
  return found;
}

/** The references of the outputs of a pipeline. */
export function outputReferences({ outputs }: Pick<Pipeline, 'outputs'>): Reference[] {
  return bindingsOf({ outputs }).flatMap(reference);
}

function findReferences(node: PipelineNode): Reference[] {
  const { after, group }: Record<string, unknown> = node;
  const order = (Array.isArray(after) ? after : []).flatMap((id: unknown): Reference[] =>
    typeof id === 'string' ? [{ field: ['after', id], to: { node: id } }] : []
  );
  const around: Reference[] = typeof group === 'string' ? [{ field: ['group'], to: { node: group } }] : [];
  return [...bindingsOf(node).flatMap(reference), ...order, ...around];
}

function reference({ binding, ...place }: PlacedBinding): Reference[] {
  return 'value' in binding ? [] : [{ ...place, to: binding }];
}

/**
 * A node with its references changed, or without those that `map` answers with undefined; the same object when
 * `map` gives back all it got. A pin goes with the binding it holds, and so does an entry that says nothing else;
 * an output of a group stays, with nothing that gives it; a required reference stays.
 */
export function mapReferences(
  node: PipelineNode,
  map: (reference: Reference) => ReferenceTarget | Binding | undefined
): PipelineNode {
  return mapAll(node, referencesOf(node), map);
}

/** The outputs of a pipeline, changed as `mapReferences` changes a node. */
export function mapOutputs(
  outputs: Pipeline['outputs'],
  map: (reference: Reference) => ReferenceTarget | Binding | undefined
): Pipeline['outputs'] {
  return mapAll({ outputs }, outputReferences({ outputs }), map).outputs;
}

function mapAll<T extends object>(
  holder: T,
  references: readonly Reference[],
  map: (reference: Reference) => ReferenceTarget | Binding | undefined
): T {
  const changes = references.flatMap(found => {
    const to = map(found);
    return to === found.to || (to === undefined && found.required) ? [] : [{ field: found.field, to }];
  });
  // From the end, so that an item that goes moves none of those still to be changed.
  return changes.reduceRight((result, { field, to }) => withReference(result, field, to), holder);
}

function withReference<T extends object>(
  holder: T,
  field: readonly string[],
  to: ReferenceTarget | Binding | undefined
): T {
  const [first, name, ...rest] = field;
  const fields = holder as Record<string, unknown>;
  if (first === 'after') {
    const ids = (fields.after as unknown[]).map(item => (item === name ? idOf(to) : item));
    return { ...holder, after: ids.filter(item => item !== undefined) };
  }
  if (first === 'group') {
    return setIn(holder, field, idOf(to)) as T;
  }
  if (to === undefined && first === 'inputs') {
    return { ...holder, inputs: unfed(fields.inputs as Record<string, Record<string, unknown>>, name) };
  }
  return setIn(holder, field, to ?? (first === 'outputs' && rest.length === 1 ? [] : undefined)) as T;
}

function idOf(to: ReferenceTarget | Binding | undefined): string | undefined {
  return to === undefined || 'value' in to ? undefined : namedNode(to);
}

function unfed(
  inputs: Record<string, Record<string, unknown>>,
  name: string
): Record<string, Record<string, unknown>> {
  const { from: _from, pinned: _pinned, ...input } = inputs[name];
  const { [name]: _input, ...others } = inputs;
  return Object.keys(input).length === 0 ? others : { ...others, [name]: input };
}
