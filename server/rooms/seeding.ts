import * as Y from 'yjs';
import { createSharedPipeline, PipelineFileError, readPipeline } from '../../src/pipeline';
import { CLOSE } from '../../src/wire';
import { Refusal } from './refusal';

/**
 * The first update of a room, made from the text of a pipeline file.
 *
 * @throws Refusal when the text is no pipeline, or the pipeline of another room.
 */
export function seedOf(room: string, text: string): Uint8Array {
  const pipeline = read(text);
  if (pipeline.id !== room) {
    throw new Refusal(CLOSE.notApplicable, 'The file holds the pipeline of another room.');
  }
  const shared = createSharedPipeline();
  try {
    shared.load(pipeline);
    return Y.encodeStateAsUpdate(shared.ydoc);
  } finally {
    shared.dispose();
  }
}

function read(text: string) {
  try {
    return readPipeline(text);
  } catch (error) {
    throw error instanceof PipelineFileError ? new Refusal(CLOSE.notApplicable, error.message) : error;
  }
}
