import { isLoop, isParameterType, type PipelineNode, type PortType } from '../pipeline';
import type { Flow } from './flow';

/**
 * The loops that the producer is in and the reader is not: reading across them collects what all iterations gave.
 * Ids, from the innermost to the outermost; empty when the reader gets the one value of its own iteration.
 * @param reader id of the node that reads; empty for the outputs of the pipeline
 */
export function collectedOver(flow: Flow, producer: string, reader: string): string[] {
  return loopsBetween(id => flow.nodes.get(id)?.node, producer, reader);
}

/** The same, of nodes that are found by their id. */
export function loopsBetween(
  nodeOf: (id: string) => PipelineNode | undefined,
  producer: string,
  reader: string
): string[] {
  const around = (id: string) => {
    const groups: string[] = [];
    for (let group = nodeOf(id)?.group; group !== undefined; group = nodeOf(group)?.group) {
      groups.push(group);
    }
    return groups;
  };
  const shared = new Set(around(reader));
  return around(producer).filter(id => {
    const node = nodeOf(id);
    return node !== undefined && isLoop(node) && !shared.has(id);
  });
}

/** The type of many values of a type: a list of parameters, or many artifacts. */
export function collectedType(type: PortType): PortType {
  if (isParameterType(type)) {
    return 'list';
  }
  return type.endsWith('[]') ? type : `${type}[]`;
}

/** The type of each value in a collected one; undefined when that may be any. */
export function itemType(type: PortType): PortType | undefined {
  return type.endsWith('[]') ? type.slice(0, -2) : undefined;
}
