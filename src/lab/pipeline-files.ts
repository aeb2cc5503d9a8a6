import type { NotebookFault } from '../flow';
import { type Pipeline, readPipeline } from '../pipeline';
import { WatchedFiles } from './watched-files';

/** The pipeline files that one pipeline holds as sub-pipelines, as they were saved last. */
export class PipelineFiles extends WatchedFiles<Pipeline> {
  pipeline(path: string): Pipeline | NotebookFault {
    return this.find(path);
  }

  protected parse(text: string): Pipeline {
    return readPipeline(text);
  }
}
