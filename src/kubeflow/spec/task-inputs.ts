import { type Static } from 'typebox';
import { map, message, text } from './protobuf';
import { RuntimeValue } from './values';

export const TaskOutputParameter = message({ producerTask: text, outputParameterKey: text });
export type TaskOutputParameter = Static<typeof TaskOutputParameter>;

/** `TaskInputsSpec.InputParameterSpec`. */
export const ParameterSource = message(
  {
    taskOutputParameter: TaskOutputParameter,
    runtimeValue: RuntimeValue,
    componentInputParameter: text,
    taskFinalStatus: message({ producerTask: text }),
    /** CEL that picks a part of the value. */
    parameterExpressionSelector: text
  },
  { oneofs: [['taskOutputParameter', 'runtimeValue', 'componentInputParameter', 'taskFinalStatus']] }
);
export type ParameterSource = Static<typeof ParameterSource>;

/** `TaskInputsSpec.InputArtifactSpec`. */
export const ArtifactSource = message(
  {
    taskOutputArtifact: message({ producerTask: text, outputArtifactKey: text }),
    componentInputArtifact: text
  },
  { oneofs: [['taskOutputArtifact', 'componentInputArtifact']] }
);
export type ArtifactSource = Static<typeof ArtifactSource>;

/** `TaskInputsSpec`. */
export const TaskInputs = message({ parameters: map(ParameterSource), artifacts: map(ArtifactSource) });
export type TaskInputs = Static<typeof TaskInputs>;
