import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { findNodeFault } from '../file/find-fault';
import { PipelineFileError } from '../file/file-error';
import { parseJson } from '../file/parse-json';
import { canonicalJson } from '../file/write-pipeline';
import { withDescendants } from '../queries/descendants';
import { mapReferences, namedNode, type ReferenceTarget, referencesOf } from '../references';
import { Key } from '../node-fields';
import { Parameter, type Pipeline, type PipelineNode, Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { insertCopies } from './insert-copies';

const CLIPBOARD_VERSION = 1;

const Clipboard = Type.Object({
  'weft-nodes': Type.Literal(CLIPBOARD_VERSION),
  nodes: Type.Record(Key, Type.Object({ kind: Type.String() })),
  layout: Type.Record(Key, Position),
  parameters: Type.Record(Key, Parameter)
});
type Clipboard = Static<typeof Clipboard>;

/** Text that holds no nodes of a pipeline; nothing was pasted. */
export class ClipboardError extends Error {
  override readonly name = 'ClipboardError';
}

/** Nodes as text for the clipboard: with what they take from each other, and the parameters that feed them. */
export function copyNodes(pipeline: Pipeline, ids: Iterable<string>): string {
  const chosen = withDescendants(pipeline.nodes, ids);
  const nodes: Record<string, PipelineNode> = {};
  const parameters = new Set<string>();
  for (const id of chosen) {
    const node = mapReferences(pipeline.nodes[id], ({ to }) => within(to, other => chosen.has(other)));
    referencesOf(node).forEach(({ to }) => 'parameter' in to && parameters.add(to.parameter));
    nodes[id] = node;
  }
  const clipboard: Clipboard = {
    'weft-nodes': CLIPBOARD_VERSION,
    nodes,
    layout: pick(pipeline.layout, chosen),
    parameters: pick(pipeline.parameters, parameters)
  };
  return canonicalJson(clipboard) + '\n';
}

/**
 * Adds the nodes of a clipboard text with new ids, the top left corner of them all at a position. Parameters that
 * feed them are added where the pipeline has none of that name.
 * @returns The new ids.
 * @throws ClipboardError when the text is anything else.
 */
export function pasteNodes(doc: SharedPipeline, text: string, position: Position): string[] {
  const { nodes, layout, parameters } = readClipboard(text);
  const corners = Object.values(layout);
  const left = Math.min(...corners.map(([x]) => x));
  const top = Math.min(...corners.map(([, y]) => y));
  const moved = Object.entries(layout).map(([id, [x, y]]): [string, Position] => [
    id,
    [x - left + position[0], y - top + position[1]]
  ]);
  let ids: string[] = [];
  doc.transact(() => {
    for (const [name, parameter] of Object.entries(parameters)) {
      if (!Object.hasOwn(doc.stored.parameters, name)) {
        doc.write(['parameters', name], parameter);
      }
    }
    ids = insertCopies(doc, nodes, Object.fromEntries(moved));
  });
  return ids;
}

function readClipboard(text: string): Clipboard & { nodes: Record<string, PipelineNode> } {
  const value = parse(text);
  if (!Value.Check(Clipboard, value)) {
    throw new ClipboardError('The clipboard holds no nodes of a pipeline.');
  }
  const nodes: Record<string, PipelineNode> = value.nodes as Record<string, PipelineNode>;
  for (const [id, node] of Object.entries(nodes)) {
    const fault = findNodeFault(node);
    if (fault) {
      throw new ClipboardError(
        `The clipboard holds a node that cannot be read: ${[id, ...fault.path].join('.')} ${fault.reason}.`
      );
    }
  }
  const inner = ([id, node]: [string, PipelineNode]) => [
    id,
    mapReferences(node, ({ to }) => within(to, other => Object.hasOwn(nodes, other)))
  ];
  return {
    ...value,
    nodes: Object.fromEntries(Object.entries(nodes).map(inner)) as Record<string, PipelineNode>
  };
}

/** A target, when it is a parameter or at a node that is there. */
function within(to: ReferenceTarget, isThere: (id: string) => boolean): ReferenceTarget | undefined {
  const id = namedNode(to);
  return id === undefined || isThere(id) ? to : undefined;
}

function parse(text: string): unknown {
  try {
    return parseJson(text).value;
  } catch (error) {
    if (error instanceof PipelineFileError) {
      throw new ClipboardError('The clipboard holds no nodes of a pipeline.');
    }
    throw error;
  }
}

function pick<T>(record: Readonly<Record<string, T>>, keys: Iterable<string>): Record<string, T> {
  return Object.fromEntries(
    [...keys].flatMap(key => (Object.hasOwn(record, key) ? [[key, record[key]]] : []))
  );
}
