import { type Static, Type } from 'typebox';
import { ComponentSpec } from './component';
import { DeploymentSpec } from './executor';
import { map, text } from './protobuf';

const closed = { additionalProperties: false };
const optional = Type.Optional;

/** `PipelineSpec` of api/v2alpha1/pipeline_spec.proto; name and root are required by the API server. */
export const PipelineSpec = Type.Object(
  {
    pipelineInfo: Type.Object(
      { name: text, displayName: optional(text), description: optional(text) },
      closed
    ),
    root: ComponentSpec,
    deploymentSpec: optional(DeploymentSpec),
    sdkVersion: optional(text),
    schemaVersion: optional(text),
    components: optional(map(ComponentSpec)),
    defaultPipelineRoot: optional(text)
  },
  closed
);
export type PipelineSpec = Static<typeof PipelineSpec>;
