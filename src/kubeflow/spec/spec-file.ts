import type { PipelineSpec } from './pipeline';
import type { PlatformSpec } from './platform';

/** A file of one pipeline as Kubeflow stores it. */
export interface SpecFile {
  spec: PipelineSpec;
  /** The second document. */
  platform?: PlatformSpec;
  /** The comment lines that stand first, with their line ends; empty when there are none. */
  comment: string;
}
