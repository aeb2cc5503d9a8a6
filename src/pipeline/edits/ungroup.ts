import type { GroupNode } from '../groups';
import type { Binding } from '../ports';
import { mayHold } from '../queries/groups';
import { namedNode, type Reference, type ReferenceTarget } from '../references';
import { isGroup, type PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { requireNode } from './change-node';
import { PipelineEditError } from './edit-error';
import { mapAllReferences } from './map-all-references';

/** A reference to a group that nothing can take the place of. */
export interface LostReference extends Reference {
  /** The node that holds it; empty for the outputs of the pipeline. */
  node: string;
}

/**
 * Takes a group away and leaves what it holds where the group was. Bindings to its ports are joined to what is behind
 * them, and order around the group becomes order around what it held. What only the group can give goes: the items of a
 * loop, one of several outputs, how the group ended.
 * @returns The references that went; those that a setting cannot do without still name the group.
 * @throws PipelineEditError when the node is no group that can be opened.
 */
export function ungroup(doc: SharedPipeline, id: string): LostReference[] {
  const group = requireNode(doc, id);
  if (!isGroup(group) || !mayHold(group)) {
    throw new PipelineEditError(`"${id}" is no group that is drawn here, so it cannot be taken apart.`, id);
  }
  const around = doc.pipeline.nodes[id].group;
  const held = Object.keys(doc.pipeline.nodes).filter(each => doc.pipeline.nodes[each].group === id);
  const lost: LostReference[] = [];
  doc.transact(() => {
    doc.write(['nodes', id], undefined);
    mapAllReferences(doc, (reference, holder) => {
      const { to, field } = reference;
      if (namedNode(to) !== id || field[0] === 'after') {
        return to;
      }
      if (field[0] === 'group') {
        return around === undefined ? undefined : { node: around };
      }
      const joined = behind(id, group, to);
      if (!joined) {
        lost.push({ ...reference, node: holder });
      }
      return joined;
    });
    for (const [each, node] of Object.entries(doc.stored.nodes)) {
      const next = withOrder(node, id, held, held.includes(each) ? (group.after ?? []) : []);
      if (next !== node) {
        doc.write(['nodes', each], next);
      }
    }
  });
  return lost;
}

/** What a binding to a port of the group brings in the end; undefined when only the group can say. */
function behind(id: string, group: GroupNode, to: ReferenceTarget): Binding | undefined {
  const passed = new Set<string>();
  let at: ReferenceTarget | Binding = to;
  while (!('value' in at) && namedNode(at) === id) {
    const port: string = JSON.stringify(at);
    const next: Binding | undefined = passed.has(port) ? undefined : source(group, at);
    if (!next) {
      return undefined;
    }
    passed.add(port);
    at = next;
  }
  return at as Binding;
}

function source(group: GroupNode, to: ReferenceTarget): Binding | undefined {
  if ('output' in to) {
    const from = group.outputs?.[to.output]?.from;
    const sources = Array.isArray(from) ? from : from ? [from] : [];
    return sources.length === 1 ? sources[0] : undefined;
  }
  const input = 'input' in to ? group.inputs?.[to.input] : undefined;
  return input?.from ?? (input?.default === undefined ? undefined : { value: input.default });
}

/** A node that runs after what the group held rather than after the group, and after what it takes over from it. */
function withOrder(
  node: PipelineNode,
  group: string,
  held: readonly string[],
  more: readonly string[]
): PipelineNode {
  const { after }: Record<string, unknown> = node;
  const before: unknown[] = Array.isArray(after) ? after : [];
  if (!before.includes(group) && more.length === 0) {
    return node;
  }
  const all = [...before.flatMap((each): readonly unknown[] => (each === group ? held : [each])), ...more];
  return { ...node, after: [...new Set(all)] } as PipelineNode;
}
