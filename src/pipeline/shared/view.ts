import { Value } from 'typebox/value';
import { Map as YMap } from 'yjs';
import type * as Y from 'yjs';
import { readComments } from '../comments/read-comments';
import { findNodeFault } from '../file/find-fault';
import { type Parameter, type Pipeline, type PipelineNode, Position, VERSION } from '../schema';
import { valuesOf } from './entry-value';
import { COMMENTS_SHAPE, NODE_SHAPE, PARAMETERS_SHAPE } from './shape';
import { unflatten } from './unflatten';

/**
 * The top-level maps of a shared pipeline, by name.
 *
 * - `meta`: one entry per key of the file besides those below, such as `name`.
 * - `layout`: the position `[x, y]` of each node, by its id: one value, written once per gesture.
 * - `nodes`: a Y.Map for each node, by its id. Its entries are the settings that `NODE_SHAPE` spreads, by JSON
 *   Pointer: `/title`, `/resources/memory`, `/env/A~1B`, `/inputs/model` (its `type`), `/inputs/model/from`,
 *   `/cells/<cell id>` and `/after/<node id>` (`[place, item]`). The entries `deleted` and `unmade` mark a node as deleted.
 * - `parameters`: likewise, in one map: `/epochs` (its `type`), `/epochs/default`.
 * - `sources`: the text of used cells, for peers who lack the notebook; it is neither undone nor in the file.
 * - `comments`: likewise, by the id of the thread: `/k1/node`, `/k1/messages/m1`, `/k1/resolved`. Not undone.
 */
export const MAPS = ['meta', 'parameters', 'nodes', 'layout', 'sources', 'comments'] as const;
export type MapName = (typeof MAPS)[number];
export type Maps = Record<MapName, Y.Map<unknown>>;

/** The maps of a document, which come to be when they are asked for. */
export function mapsOf(ydoc: Y.Doc): Maps {
  return Object.fromEntries(MAPS.map(name => [name, ydoc.getMap(name)])) as Maps;
}

/** The entry of a node's own map that marks it as deleted; settings begin with a slash. */
export const DELETED = 'deleted';
/** Likewise, for a node whose making was undone: an entry of its own, so that a removal that was undone can be redone. */
export const UNMADE = 'unmade';
export const isDeleted = (settings: Y.Map<unknown>): boolean =>
  settings.get(DELETED) === true || settings.get(UNMADE) === true;

/** What has to be read again. */
export class Dirt {
  readonly nodes = new Set<string>();
  readonly layout = new Set<string>();
  parameters = false;
  meta = false;
  comments = false;

  get isClean(): boolean {
    const { nodes, layout, parameters, meta, comments } = this;
    return nodes.size === 0 && layout.size === 0 && !parameters && !meta && !comments;
  }
}

/** A pipeline with nothing read yet. */
export const BLANK: Pipeline = { weft: VERSION, id: '', name: '', parameters: {}, nodes: {}, layout: {} };

/** All that there is, to be read for the first time. */
export function allDirty(maps: Maps): Dirt {
  const dirt = new Dirt();
  dirt.parameters = dirt.meta = dirt.comments = true;
  [...maps.nodes.keys()].forEach(id => dirt.nodes.add(id));
  [...maps.layout.keys()].forEach(id => dirt.layout.add(id));
  return dirt;
}

/** The pipeline with the dirty parts read again; all other parts are the same objects. */
export function readAgain(before: Pipeline, maps: Maps, dirt: Dirt): Pipeline {
  const moved = new Set([...dirt.layout, ...dirt.nodes]);
  const parts = {
    parameters: dirt.parameters ? readParameters(maps) : before.parameters,
    nodes: patch(before.nodes, dirt.nodes, id => readNode(maps, id)),
    layout: patch(before.layout, moved, id => readPosition(maps, id))
  };
  const { comments: commentsBefore, ...others } = before;
  const meta = dirt.meta
    ? { weft: VERSION, id: '', name: '', ...Object.fromEntries(valuesOf(maps.meta)) }
    : others;
  const comments = dirt.comments
    ? readComments(unflatten(valuesOf(maps.comments), COMMENTS_SHAPE))
    : commentsBefore;
  return comments === undefined ? { ...meta, ...parts } : { ...meta, ...parts, comments };
}

/** The settings of a node as a Y.Map, there or deleted. */
export function nodeMap(maps: Maps, id: string): Y.Map<unknown> | undefined {
  const settings = maps.nodes.get(id);
  return settings instanceof YMap ? settings : undefined;
}

/** Number of the client that deleted a node; undefined where it is there, or was taken out without a mark. */
export function deleterOf(maps: Maps, id: string): number | undefined {
  const settings = nodeMap(maps, id);
  const mark = [DELETED, UNMADE].find(key => settings?.get(key) === true);
  return mark === undefined ? undefined : settings?._map.get(mark)?.id.client;
}

function readParameters(maps: Maps): Record<string, Parameter> {
  return unflatten(valuesOf(maps.parameters), PARAMETERS_SHAPE) as Record<string, Parameter>;
}

function readNode(maps: Maps, id: string): PipelineNode | undefined {
  const settings = nodeMap(maps, id);
  if (!settings || isDeleted(settings) || typeof settings.get('/kind') !== 'string') {
    return undefined;
  }
  return fitting(unflatten(valuesOf(settings), NODE_SHAPE) as PipelineNode);
}

/** A node without the settings that do not fit its kind, which no edit leaves but a merge or a faulty peer may. */
function fitting(node: PipelineNode): PipelineNode | undefined {
  const fault = findNodeFault(node);
  if (!fault) {
    return node;
  }
  const { [fault.path[0] ?? 'kind']: _wrong, ...rest }: Record<string, unknown> = node;
  return 'kind' in rest ? fitting(rest as PipelineNode) : undefined;
}

function readPosition(maps: Maps, id: string): Position | undefined {
  const position = maps.layout.get(id);
  const settings = nodeMap(maps, id);
  return Value.Check(Position, position) && !(settings && isDeleted(settings)) ? position : undefined;
}

function patch<T>(before: Record<string, T>, ids: Iterable<string>, read: (id: string) => T | undefined) {
  let after: Record<string, T> | undefined;
  for (const id of ids) {
    const value = id === '__proto__' ? undefined : read(id);
    if (value === undefined && !Object.hasOwn(before, id)) {
      continue;
    }
    after ??= { ...before };
    if (value === undefined) {
      delete after[id];
    } else {
      after[id] = value;
    }
  }
  return after ?? before;
}
