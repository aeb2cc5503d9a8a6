import { type Static } from 'typebox';
import { list, map, message, text } from './protobuf';
import { TaskSpec } from './task';

/** `DagOutputsSpec.ArtifactSelectorSpec`. */
export const ArtifactSelector = message({ producerSubtask: text, outputArtifactKey: text });
export type ArtifactSelector = Static<typeof ArtifactSelector>;

/** `DagOutputsSpec.ParameterSelectorSpec`. */
export const ParameterSelector = message({ producerSubtask: text, outputParameterKey: text });
export type ParameterSelector = Static<typeof ParameterSelector>;

/** `DagOutputsSpec.DagOutputArtifactSpec`; several selectors: whichever of them is there. */
export const DagOutputArtifact = message({ artifactSelectors: list(ArtifactSelector) });
export type DagOutputArtifact = Static<typeof DagOutputArtifact>;

/** `DagOutputsSpec.DagOutputParameterSpec`. */
export const DagOutputParameter = message(
  {
    valueFromParameter: ParameterSelector,
    valueFromOneof: message({ parameterSelectors: list(ParameterSelector) })
  },
  { oneofs: [['valueFromParameter', 'valueFromOneof']] }
);
export type DagOutputParameter = Static<typeof DagOutputParameter>;

/** `DagOutputsSpec`. */
export const DagOutputs = message({
  artifacts: map(DagOutputArtifact),
  parameters: map(DagOutputParameter)
});
export type DagOutputs = Static<typeof DagOutputs>;

export const DagSpec = message({ tasks: map(TaskSpec), outputs: DagOutputs });
export type DagSpec = Static<typeof DagSpec>;
