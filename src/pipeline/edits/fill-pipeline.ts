import type { Pipeline } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';

/**
 * Lets a pipeline without nodes become another one; it keeps its id, and its name when the other has none.
 * @throws PipelineEditError when there are nodes already.
 */
export function fillPipeline(doc: SharedPipeline, pipeline: Pipeline): void {
  if (Object.keys(doc.stored.nodes).length > 0) {
    throw new PipelineEditError('Only a pipeline without nodes can become another one.');
  }
  const { weft: _weft, id: _id, parameters, nodes, layout, comments = {}, ...meta } = pipeline;
  doc.transact(() => {
    for (const [map, content] of Object.entries({ meta, parameters, nodes, layout, comments })) {
      for (const [key, value] of Object.entries(content)) {
        if (value !== undefined && value !== '') {
          doc.write([map, key], value);
        }
      }
    }
  });
}
