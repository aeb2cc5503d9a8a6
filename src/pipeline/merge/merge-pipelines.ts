import type { Pipeline } from '../schema';
import { COMMENTS_SHAPE, NODE_SHAPE, PARAMETERS_SHAPE, type Shape } from '../shared/shape';
import { type Conflict, mergeValues } from './merge-values';

/** Two pipelines made one. */
export interface Merged {
  /** With our side of each conflict. */
  ours: Pipeline;
  /** With their side of each conflict; the same object when there is none. */
  theirs: Pipeline;
  conflicts: Conflict[];
}

const EACH_KEY: Shape = { kind: 'object' };
const SHAPE: Shape = {
  kind: 'object',
  keys: {
    nodes: { kind: 'object', each: NODE_SHAPE },
    parameters: PARAMETERS_SHAPE,
    comments: COMMENTS_SHAPE,
    outputs: EACH_KEY,
    config: EACH_KEY
  }
};

/**
 * Merges two pipelines that come from one base, by node and field. Places on the canvas never conflict: where both
 * sides moved a node ours stands. References that lead nowhere afterwards are left to the readers, as always.
 */
export function mergePipelines(base: Pipeline, ours: Pipeline, theirs: Pipeline): Merged {
  const layout = mergePlaces(base.layout, ours.layout, theirs.layout);
  const [from, mine, other] = [base, ours, theirs].map(withoutPlaces);
  const merged = mergeValues(from, mine, other, SHAPE);
  const drawn = (pipeline: unknown) => withPlaces(pipeline as Pipeline, layout);
  const result = drawn(merged.ours);
  return {
    ours: result,
    theirs: merged.conflicts.length ? drawn(merged.theirs) : result,
    conflicts: merged.conflicts
  };
}

type Layout = Pipeline['layout'];

/** Every place that a side has: ours where we moved it, else theirs. */
function mergePlaces(base: Layout, ours: Layout, theirs: Layout): Layout {
  const moved = Object.entries(ours).filter(([id, place]) => String(base[id]) !== String(place));
  return { ...ours, ...theirs, ...Object.fromEntries(moved) };
}

const withoutPlaces = ({ layout: _layout, ...rest }: Pipeline): object => rest;

/** A node that one side removed and the other moved leaves no place behind. */
function withPlaces(pipeline: Pipeline, layout: Layout): Pipeline {
  const places = Object.entries(layout).filter(([id]) => Object.hasOwn(pipeline.nodes, id));
  return { ...pipeline, layout: Object.fromEntries(places) };
}
