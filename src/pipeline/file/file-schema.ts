import { NODE_KINDS, PipelineFile } from '../schema';

const kinds = Object.keys(NODE_KINDS);

/** JSON Schema of a `*.weft` file, for editors of text. */
export const PIPELINE_SCHEMA = {
  $id: 'urn:weft:pipeline:1',
  title: 'Weft pipeline',
  description: 'A pipeline of notebook cells and containers, drawn with Weft.',
  ...PipelineFile,
  properties: {
    ...PipelineFile.properties,
    nodes: {
      type: 'object',
      description: 'The nodes of the pipeline, by id.',
      additionalProperties: { anyOf: [...kinds, 'opaque'].map(kind => ({ $ref: `#/$defs/${kind}` })) }
    }
  },
  $defs: {
    ...NODE_KINDS,
    opaque: {
      type: 'object',
      description: 'A node of a kind that this version does not know; it is kept as it is.',
      required: ['kind'],
      properties: { kind: { type: 'string', not: { enum: kinds } } }
    }
  }
};
