import {
  type Binding,
  isCode,
  isComponent,
  isContainer,
  isGroup,
  isImporter,
  isLoop,
  type Pipeline,
  type PortType
} from '../pipeline';
import { askedTypes, type LiteralTypes, UNTYPED } from './asked-types';
import { collectedType, itemType, loopsBetween } from './collected';
import { constantType, sharedType } from './constant-type';

/** The name of an importer's one output (kfp: `dsl.importer`). */
export const IMPORTED = 'artifact';

/** The types of what the nodes of a pipeline give. */
export interface PortTypes {
  /** The type of an output: as declared, else as its consumers ask, else a plain artifact. */
  output(id: string, output: string): PortType;
  /**
   * The type of what a binding brings.
   * @param reader id of the node that reads; empty for the outputs of the pipeline
   */
  binding(binding: Binding | undefined, reader: string): PortType;
}

/**
 * Types of what is given in a pipeline in which no group holds itself.
 * @param literals types of the literals of nodes that run cells: what feeds one is to have its type
 */
export function portTypes(pipeline: Pipeline, literals: LiteralTypes): PortTypes {
  const asked = askedTypes(pipeline, literals);
  const nodeOf = (id: string) => (Object.hasOwn(pipeline.nodes, id) ? pipeline.nodes[id] : undefined);

  const output = (id: string, name: string): PortType => {
    const node = nodeOf(id);
    if (node && isImporter(node) && name === IMPORTED) {
      return node.type;
    }
    const declares = node && (isCode(node) || isContainer(node) || isComponent(node) || isGroup(node));
    return (declares ? node.outputs?.[name]?.type : undefined) ?? asked.get(id)?.get(name) ?? UNTYPED;
  };

  const item = (id: string, field: string | undefined, passed: readonly string[]): PortType => {
    const loop = nodeOf(id);
    const items = loop && isLoop(loop) ? loop.items : undefined;
    if (items && 'value' in items && Array.isArray(items.value) && items.value.length > 0) {
      const values: unknown[] = items.value;
      return sharedType(field === undefined ? values : values.map(value => memberOf(value, field)));
    }
    const many =
      field === undefined && !passed.includes(id) ? binding(items, id, [...passed, id]) : undefined;
    return (many && itemType(many)) ?? 'object';
  };

  const binding = (from: Binding | undefined, reader: string, passed: readonly string[] = []): PortType => {
    if (!from) {
      return UNTYPED;
    }
    if ('output' in from) {
      const type = output(from.node, from.output);
      return loopsBetween(nodeOf, from.node, reader).length > 0 ? collectedType(type) : type;
    }
    if ('input' in from) {
      const node = nodeOf(from.node);
      return (node && isGroup(node) ? node.inputs?.[from.input]?.type : undefined) ?? UNTYPED;
    }
    if ('item' in from) {
      return item(from.item, from.field, passed);
    }
    if ('status' in from) {
      return 'taskStatus';
    }
    return 'parameter' in from
      ? (pipeline.parameters[from.parameter]?.type ?? 'string')
      : constantType(from.value);
  };
  return { output, binding: (from, reader) => binding(from, reader) };
}

function memberOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
