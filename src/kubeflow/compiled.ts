import type { PipelineSpec, PlatformSpec } from './spec';

/** What became of one setting that a user made. `lost` is always an error: nothing is dropped in silence. */
export interface FieldReport {
  /** Empty for the pipeline itself. */
  node: string;
  /** Path within the node, such as `resources.memory`. */
  field: string;
  /** `drawing`: it bears on the drawing alone, and is no setting of a step. */
  outcome: 'compiled' | 'drawing' | 'ignored' | 'lost';
  /** Where it stands now: `spec` or `platform`, then the path, such as `spec.root.dag.tasks.train.retryPolicy`. */
  path?: string;
  /** For `ignored` and `lost`: why, and the first release that helps. */
  message?: string;
  fix?: string;
}

/** Where a piece of the spec came from. */
export interface SourcePlace {
  node: string;
  notebook?: string;
  cell?: string;
  line?: number;
}

export interface Compiled {
  spec: PipelineSpec;
  /** Absent when no step has a platform setting. */
  platform?: PlatformSpec;
  /** What an imported spec began with, where it was not the comment block that is written for every spec. */
  comment?: string;
  report: FieldReport[];
  /** Spec path -> place in the drawing. */
  sourceMap: Record<string, SourcePlace>;
}
