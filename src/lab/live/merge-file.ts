import {
  canonicalJson,
  type Conflict,
  mergePipelines,
  type Pipeline,
  PipelineFileError,
  readPipeline
} from '../../pipeline';

/** What becomes of a pipeline when its file says something else. */
export type FileMerge =
  /** They say the same, or only the pipeline changed. */
  | { kind: 'nothing' }
  /** The changes of the file, made on the pipeline. */
  | { kind: 'merged'; pipeline: Pipeline }
  /** Both changed the same settings. */
  | { kind: 'conflicts'; conflicts: Conflict[]; base: Pipeline; file: Pipeline }
  /** Nothing is known of what they have in common. */
  | { kind: 'no-base'; file: Pipeline }
  /** The file holds another pipeline now. */
  | { kind: 'other'; file: Pipeline }
  | { kind: 'unreadable'; fault: PipelineFileError };

/**
 * Merges the changes of a file into a pipeline, three ways.
 * @param base what both come from: the text of the file when it was last read or written here
 */
export function mergeFile(base: string | null, pipeline: Pipeline, text: string): FileMerge {
  const file = read(text);
  if (file instanceof PipelineFileError) {
    return { kind: 'unreadable', fault: file };
  }
  if (file.id !== pipeline.id) {
    return { kind: 'other', file };
  }
  if (same(file, pipeline)) {
    return { kind: 'nothing' };
  }
  const common = base === null ? null : read(base);
  if (!common || common instanceof PipelineFileError || common.id !== pipeline.id) {
    return { kind: 'no-base', file };
  }
  const merged = mergePipelines(common, pipeline, file);
  if (merged.conflicts.length > 0) {
    return { kind: 'conflicts', conflicts: merged.conflicts, base: common, file };
  }
  return same(merged.ours, pipeline) ? { kind: 'nothing' } : { kind: 'merged', pipeline: merged.ours };
}

/** True when two pipelines say and draw the same: places of nodes that there are not do not count. */
export const same = (one: Pipeline, other: Pipeline): boolean =>
  canonicalJson(drawn(one)) === canonicalJson(drawn(other));

const drawn = ({ layout, ...rest }: Pipeline) => ({
  ...rest,
  layout: Object.fromEntries(Object.entries(layout).filter(([id]) => Object.hasOwn(rest.nodes, id)))
});

/** An empty file is a fault here: where a pipeline was, it says that something went wrong. */
function read(text: string): Pipeline | PipelineFileError {
  try {
    if (text.trim() === '') {
      return new PipelineFileError('the file is empty', { line: 1, column: 1 });
    }
    return readPipeline(text);
  } catch (error) {
    if (error instanceof PipelineFileError) {
      return error;
    }
    throw error;
  }
}

/** The pipeline that a text holds; null when it cannot be read. */
export function readOr(text: string): Pipeline | null {
  const pipeline = read(text);
  return pipeline instanceof PipelineFileError ? null : pipeline;
}
