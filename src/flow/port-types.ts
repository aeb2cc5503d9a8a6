import { isCells, isContainer, isImporter, type Binding, type Pipeline, type PortType } from '../pipeline';

/** What a value is when nothing says more. */
export const UNTYPED: PortType = 'Artifact';

/** The name of an importer's one output (kfp: `dsl.importer`). */
export const IMPORTED = 'artifact';

/** Every binding that a user wrote into a node, with the type that its input asks for. */
function writtenBindings(pipeline: Pipeline): { from: Binding; type?: PortType }[] {
  return Object.values(pipeline.nodes).flatMap(node =>
    isCells(node) || isContainer(node)
      ? Object.values(node.inputs ?? {}).flatMap(input =>
          input.from ? [{ from: input.from, type: input.type }] : []
        )
      : []
  );
}

/**
 * Types that consumers ask of outputs, by `node` then output. Where two consumers ask for different types of one
 * output, the smaller name stands and a check reports the other: every peer must come to the same answer.
 */
export function askedTypes(pipeline: Pipeline): Map<string, Map<string, PortType>> {
  const asked = new Map<string, Map<string, PortType>>();
  for (const { from, type } of writtenBindings(pipeline)) {
    if (!('output' in from) || type === undefined || type === UNTYPED) {
      continue;
    }
    const outputs = asked.get(from.node) ?? new Map<string, PortType>();
    const other = outputs.get(from.output);
    outputs.set(from.output, other === undefined || type < other ? type : other);
    asked.set(from.node, outputs);
  }
  return asked;
}

/** The type of an output: as declared, else as its consumers ask, else a plain artifact. */
export function outputType(
  pipeline: Pipeline,
  asked: ReadonlyMap<string, ReadonlyMap<string, PortType>>,
  id: string,
  output: string
): PortType {
  const node = pipeline.nodes[id];
  if (node && isImporter(node) && output === IMPORTED) {
    return node.type;
  }
  const declared = node && (isCells(node) || isContainer(node)) ? node.outputs?.[output]?.type : undefined;
  return declared ?? asked.get(id)?.get(output) ?? UNTYPED;
}

/** The type of what a binding brings. */
export function bindingType(
  binding: Binding | undefined,
  pipeline: Pipeline,
  asked: ReadonlyMap<string, ReadonlyMap<string, PortType>>
): PortType {
  if (!binding) {
    return UNTYPED;
  }
  if ('output' in binding) {
    return outputType(pipeline, asked, binding.node, binding.output);
  }
  if ('parameter' in binding) {
    return pipeline.parameters[binding.parameter]?.type ?? 'string';
  }
  return 'value' in binding ? constantType(binding.value) : UNTYPED;
}

/** The parameter type of a constant. */
export function constantType(value: unknown): PortType {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  if (typeof value === 'boolean' || typeof value === 'string') {
    return typeof value;
  }
  return Array.isArray(value) ? 'list' : 'object';
}
