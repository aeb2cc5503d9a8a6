import { isObject } from '../file/json';
import type { PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode, requireNode } from './change-node';
import { PipelineEditError } from './edit-error';
import { mapAllReferences } from './map-all-references';
import { renamePlaceholders } from './rename-placeholders';

const PLACEHOLDER = { inputs: 'input', outputs: 'output' } as const;

/**
 * Renames an input or output that a node declares. Placeholders in the node and the bindings that name the port follow.
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
    const renamed = { ...node, [side]: { ...others, [to]: port } } as PipelineNode;
    putNode(doc, id, renamePlaceholders(renamed, what, from, to));
    mapAllReferences(doc, ({ to: target }) =>
      'node' in target && target.node === id && what in target && nameOf(target) === from
        ? { ...target, [what]: to }
        : target
    );
  });
}

const nameOf = (target: { output: string } | { input: string } | object) =>
  'output' in target ? target.output : 'input' in target ? target.input : undefined;

function portsOf(node: PipelineNode, side: 'inputs' | 'outputs'): Record<string, unknown> {
  const ports = (node as Record<string, unknown>)[side];
  return isObject(ports) ? ports : {};
}
