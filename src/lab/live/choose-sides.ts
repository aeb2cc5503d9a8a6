import type { Conflict, Pipeline } from '../../pipeline';

/**
 * A merged pipeline with the other side of some conflicts.
 * @param pipeline with our side of each conflict
 * @param theirs the conflicts to be decided the other way
 */
export function chooseSides(pipeline: Pipeline, theirs: readonly Conflict[]): Pipeline {
  return theirs.reduce<unknown>(
    (value, conflict) => withValue(value, conflict.path, conflict.theirs),
    pipeline
  ) as Pipeline;
}

type Members = Record<string, unknown>;

function withValue(within: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) {
    return value;
  }
  const members = (within ?? {}) as Members;
  const { [key]: member, ...others } = members;
  const changed = withValue(member, rest, value);
  return changed === undefined ? others : { ...members, [key]: changed };
}
