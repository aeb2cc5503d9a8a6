import type { Parameter, Pipeline } from '../../pipeline';
import type { SpecFile } from '../spec';
import { header } from '../yaml/header';
import type { BindingReader } from './bindings';
import type { Scope } from './imported-task';
import { declaredInputs, givenOutputs } from './ports';
import { validConfig } from './valid-settings';

type Fields = Pick<
  Pipeline,
  'name' | 'displayName' | 'description' | 'parameters' | 'outputs' | 'pipelineRoot' | 'config' | 'imported'
>;

/** What a spec says of the whole pipeline. */
export function pipelineFields(
  { spec, platform, comment }: SpecFile,
  root: Scope,
  bindings: BindingReader
): Fields {
  const { name, displayName, description } = spec.pipelineInfo;
  const outputs = givenOutputs({ component: spec.root, inside: root }, bindings, () => true);
  const config = validConfig(platform?.platforms?.kubernetes?.pipelineConfig ?? {});
  return {
    name,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    parameters: Object.fromEntries<Parameter>(declaredInputs(spec.root.inputDefinitions)),
    ...(Object.keys(outputs).length && { outputs }),
    ...(spec.defaultPipelineRoot !== undefined && { pipelineRoot: spec.defaultPipelineRoot }),
    ...(Object.keys(config).length && { config }),
    imported: {
      ...(spec.sdkVersion !== undefined && { sdkVersion: spec.sdkVersion }),
      // the one that is written anyway stays true to the pipeline when that changes
      ...(comment !== header(spec) && { comment })
    }
  };
}
