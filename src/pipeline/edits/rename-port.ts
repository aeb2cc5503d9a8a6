import { isObject } from '../file/json';
import { mapReferences } from '../references';
import type { PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode, requireNode } from './change-node';
import { PipelineEditError } from './edit-error';

const PLACEHOLDER = { inputs: 'input', outputs: 'output' } as const;

/**
 * Renames an input or output that a node declares. Placeholders in its command line and, for an output,
 * the bindings of other nodes follow.
 * @throws PipelineEditError when there is no such port, or another has the new name.
 */
export function renamePort(
  doc: SharedPipeline,
  id: string,
  side: 'inputs' | 'outputs',
  from: string,
  to: string
): void {
  const node = requireNode(doc, id);
  const ports = portsOf(node, side);
  const what = PLACEHOLDER[side];
  if (!Object.hasOwn(ports, from)) {
    throw new PipelineEditError(`The node "${id}" has no ${what} "${from}".`, id, [side, from]);
  }
  if (from === to) {
    return;
  }
  if (to === '' || Object.hasOwn(ports, to)) {
    const reason =
      to === '' ? `An ${what} needs a name.` : `The node "${id}" has an ${what} "${to}" already.`;
    throw new PipelineEditError(reason, id, [side, to]);
  }
  const { [from]: port, ...others } = ports;
  doc.transact(() => {
    putNode(doc, id, {
      ...renamePlaceholders(node, what, from, to),
      [side]: { ...others, [to]: port }
    } as PipelineNode);
    if (side === 'outputs') {
      renameBindings(doc, id, from, to);
    }
  });
}

function portsOf(node: PipelineNode, side: 'inputs' | 'outputs'): Record<string, unknown> {
  const ports = (node as Record<string, unknown>)[side];
  return isObject(ports) ? ports : {};
}

function renamePlaceholders(
  node: PipelineNode,
  what: string,
  from: string,
  to: string
): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...node };
  for (const key of ['command', 'args']) {
    const line = fields[key];
    if (Array.isArray(line)) {
      fields[key] = line.map((item: unknown) =>
        isObject(item) && item[what] === from ? { ...item, [what]: to } : item
      );
    }
  }
  return fields;
}

function renameBindings(doc: SharedPipeline, id: string, from: string, to: string): void {
  for (const [consumer, node] of Object.entries(doc.stored.nodes)) {
    const next = mapReferences(node, ({ to: target }) =>
      'node' in target && target.node === id && target.output === from ? { ...target, output: to } : target
    );
    if (next !== node) {
      doc.write(['nodes', consumer], next);
    }
  }
}
