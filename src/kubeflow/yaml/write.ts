import { PipelineSpec, PlatformSpec, type SpecFile } from '../spec';
import { shapeOf } from '../spec/shape';
import { emit } from './emit';
import { header } from './header';

/**
 * The text of a spec file: a comment block, the pipeline document, and a platform document when there is one; to the
 * byte as the SDK writes it, except for text that the server's reader would take for something else, which is quoted.
 * Without a `comment`, the one that the SDK puts first.
 */
export function writeSpec({
  spec,
  platform,
  comment
}: Pick<SpecFile, 'spec' | 'platform'> & { comment?: string }): string {
  const documents = [emit(spec, shapeOf(PipelineSpec))];
  if (platform) {
    documents.push(emit(platform, shapeOf(PlatformSpec)));
  }
  return (comment ?? header(spec)) + documents.join('---\n');
}
