import { isCode, type PipelineNode } from '../pipeline';
import { LAST_VALUE, RECORD_OUTPUTS } from '../runtime';
import type { PortDefinition } from './definitions';

/** The name in a spec of an output of a node. */
export const specOutput = (node: PipelineNode, name: string): string =>
  name === '_' && isCode(node) ? LAST_VALUE : name;

/** Outputs that a spec declares besides those that are drawn: what a step that runs cells tells of itself. */
export const recordPorts = (node: PipelineNode): PortDefinition[] =>
  isCode(node) ? Object.entries(RECORD_OUTPUTS).map(([name, type]) => ({ name, type })) : [];

/** True when an output of cells has a name that the spec needs itself. */
export const isTaken = (name: string, all: readonly string[]): boolean =>
  Object.hasOwn(RECORD_OUTPUTS, name) || (name === LAST_VALUE && all.includes('_'));
