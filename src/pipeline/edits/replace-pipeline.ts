import type { Pipeline } from '../schema';
import type { SharedPipeline } from '../shared/contract';

/**
 * Makes a pipeline say what another one says, by writing only what differs: what others edit meanwhile stays, and so
 * does the history. For changes that came from outside, such as those of its file.
 * @param undoable whether the user did it here
 */
export function replacePipeline(doc: SharedPipeline, pipeline: Pipeline, undoable = false): void {
  const [before, after] = [inMaps(doc.stored), inMaps(pipeline)];
  doc.transact(() => {
    for (const [map, content] of Object.entries(after)) {
      const gone = Object.keys(before[map]).filter(key => !Object.hasOwn(content, key));
      gone.sort().forEach(key => doc.write([map, key], undefined));
      Object.keys(content)
        .sort()
        .forEach(key => doc.write([map, key], content[key]));
    }
  }, undoable);
}

/** A pipeline as the maps of its shared form. */
function inMaps(pipeline: Pipeline): Record<string, Record<string, unknown>> {
  const { parameters, nodes, layout, comments = {}, ...meta } = pipeline;
  return { meta, parameters, nodes, layout, comments };
}
