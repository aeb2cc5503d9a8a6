import { type Binding, bindingsOf, type Pipeline, type PlacedBinding, type PortType } from '../pipeline';
import { itemType, loopsBetween } from './collected';
import { constantType } from './constant-type';

/** What a value is when nothing says more. */
export const UNTYPED: PortType = 'Artifact';

/** By node, then output. */
export type AskedTypes = ReadonlyMap<string, ReadonlyMap<string, PortType>>;

/** Types of what is written in cells, by node, then name. */
export type LiteralTypes = AskedTypes;

/**
 * Types that consumers ask of outputs, by `node` then output. Where two consumers ask for different types of one
 * output, the smaller name stands and a check reports the other: every peer must come to the same answer.
 */
export function askedTypes(pipeline: Pipeline, literals: LiteralTypes): AskedTypes {
  const asked = new Map<string, Map<string, PortType>>();
  const nodeOf = (id: string) => (Object.hasOwn(pipeline.nodes, id) ? pipeline.nodes[id] : undefined);
  const ask = (reader: string, type: PortType | undefined, from: Binding) => {
    if (!('output' in from) || type === undefined) {
      return;
    }
    const isCollected = loopsBetween(nodeOf, from.node, reader).length > 0;
    const each = isCollected ? itemType(type) : type;
    if (each === undefined || each === UNTYPED) {
      return;
    }
    const outputs = asked.get(from.node) ?? new Map<string, PortType>();
    const other = outputs.get(from.output);
    outputs.set(from.output, other === undefined || each < other ? each : other);
    asked.set(from.node, outputs);
  };
  for (const [id, node] of Object.entries(pipeline.nodes)) {
    bindingsOf(node).forEach(placed => {
      const literal = placed.field[0] === 'inputs' ? literals.get(id)?.get(placed.field[1]) : undefined;
      ask(id, askedBy(node, placed) ?? literal, placed.binding);
    });
  }
  bindingsOf({ outputs: pipeline.outputs }).forEach(placed =>
    ask('', askedBy({ outputs: pipeline.outputs }, placed), placed.binding)
  );
  return asked;
}

/** Settings of Kubernetes that take more than a name. */
const SETTINGS: Readonly<Record<string, PortType>> = {
  nodeSelector: 'object',
  tolerations: 'object',
  nodeAffinity: 'object'
};

/** The type that the input or setting with a binding asks for; undefined when it takes any. */
export function askedBy(holder: object, { field: [first, name] }: PlacedBinding): PortType | undefined {
  if (first === 'inputs' || first === 'outputs') {
    const ports = (holder as Record<string, Record<string, { type?: PortType }>>)[first];
    return ports[name].type;
  }
  if (first === 'when') {
    const { when } = holder as { when: { left?: Binding; right?: Binding } };
    const other = name === 'left' ? when.right : when.left;
    return other && 'value' in other ? constantType(other.value) : undefined;
  }
  if (first === 'items') {
    return 'list';
  }
  return first === 'kubernetes' ? (SETTINGS[name] ?? 'string') : 'string';
}
