import type { Problem } from '../../src/checks';
import type { TextPlace } from '../../src/pipeline';

/** All that a report of one checked pipeline says. */
export interface CheckedPipeline {
  /** Path of the file, as the user named it. */
  path: string;
  pipeline: string;
  target: string;
  /** Each with its place in the file. */
  problems: (Problem & { place: TextPlace })[];
}
