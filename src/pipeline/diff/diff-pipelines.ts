import type { Pipeline } from '../schema';
import { COMMENTS_SHAPE, NODE_SHAPE, PARAMETERS_SHAPE, type Shape } from '../shared/shape';
import { type Change, DEEP, diffValues } from './diff-values';

const SHAPE: Shape = {
  kind: 'object',
  each: DEEP,
  keys: {
    nodes: { kind: 'object', each: NODE_SHAPE },
    parameters: PARAMETERS_SHAPE,
    comments: COMMENTS_SHAPE
  }
};

/** What differs between two pipelines. */
export interface PipelineDiff {
  /** Nodes, parameters and settings, by path such as `nodes.train.image`. */
  changes: Change[];
  /** Ids of the nodes that stand elsewhere on the canvas, sorted; those that were added or removed are left out. */
  moved: string[];
}

/** The differences between two pipelines: what they say, and apart from that how they are drawn. */
export function diffPipelines(before: Pipeline, after: Pipeline): PipelineDiff {
  const { layout: places, ...said } = before;
  const { layout: newPlaces, ...says } = after;
  const moved = Object.keys(newPlaces).filter(
    id => Object.hasOwn(places, id) && String(places[id]) !== String(newPlaces[id])
  );
  return { changes: diffValues(said, says, SHAPE), moved: moved.sort() };
}
