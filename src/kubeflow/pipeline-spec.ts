import type { Flow } from '../flow';
import { GroupOutput, isParameterType } from '../pipeline';
import { definePorts } from './definitions';
import { dagOutputs, declaredOutputs } from './groups/dag-outputs';
import type { Ledger } from './ledger';
import type { Lowered } from './lower/lower';
import { pipelineInputs } from './parameters';
import { pipelineConfig } from './platform/pipeline-config';
import type { PipelineConfig, PipelineSpec, PlatformSpec } from './spec';
import type { SpecPieces } from './spec-pieces';
import type { Target } from './target';
import { VERSION } from './version';

/** Both documents of a spec. */
export interface Documents {
  spec: PipelineSpec;
  /** Absent when nothing needs the platform. */
  platform?: PlatformSpec;
}

/** Reads what the pipeline itself reads; returns what puts the documents together. */
export function pipelineSpec(
  { pipeline, outputs }: Flow,
  lowered: Lowered,
  target: Target,
  ledger: Ledger
): (pieces: SpecPieces) => Documents {
  const inputDefinitions = pipelineInputs(pipeline, ledger);
  const given = declaredOutputs('', outputs, lowered, (output, message, fix) =>
    ledger.lost(`outputs.${output}.from`, message, fix)
  );
  const outputDefinitions = definePorts(
    outputs.map(({ name, type }) => ({ name, type, ...describe(pipeline.outputs?.[name]) })),
    (name, setting, at) =>
      ledger.compiled(`outputs.${name}.${setting}`, ['spec', 'root', 'outputDefinitions', ...at])
  );
  const written = dagOutputs(given);
  for (const { name, type } of outputs) {
    if (!ledger.has(`outputs.${name}.from`)) {
      const kind = isParameterType(type) ? 'parameters' : 'artifacts';
      ledger.compiled(`outputs.${name}.from`, ['spec', 'root', 'dag', 'outputs', kind, name]);
      const read = pipeline.outputs?.[name].from;
      ledger.unknown(`outputs.${name}.from`, read, GroupOutput.properties.from);
    }
  }
  const { name, displayName, description, pipelineRoot, imported } = pipeline;
  const info = { name, displayName, description };
  for (const key of ['name', 'displayName', 'description'] as const) {
    if (info[key] !== undefined) {
      ledger.compiled(key, ['spec', 'pipelineInfo', key]);
    }
  }
  if (pipelineRoot !== undefined) {
    ledger.compiled('pipelineRoot', ['spec', 'defaultPipelineRoot']);
  }
  if (imported?.sdkVersion !== undefined) {
    ledger.compiled('imported.sdkVersion', ['spec', 'sdkVersion']);
  }
  if (imported?.comment !== undefined) {
    ledger.drawing('imported.comment', 'It stands before the first document of a spec file.');
  }
  const config = pipelineConfig(pipeline, target, ledger);
  if (imported?.comment !== undefined) {
    ledger.drawing('imported.comment', 'It is written before the first document of the spec.');
  }
  return ({ components, executors, platforms, tasks }) => ({
    spec: {
      pipelineInfo: {
        name,
        ...(displayName !== undefined && { displayName }),
        ...(description !== undefined && { description })
      },
      schemaVersion: '2.1.0',
      sdkVersion: imported?.sdkVersion ?? `weft-${VERSION}`,
      deploymentSpec: { executors },
      components,
      root: {
        dag: { tasks, ...(written && { outputs: written }) },
        ...(inputDefinitions && { inputDefinitions }),
        ...(outputDefinitions && { outputDefinitions })
      },
      ...(pipelineRoot !== undefined && { defaultPipelineRoot: pipelineRoot })
    },
    ...platformOf(platforms, config)
  });
}

function platformOf(executors: SpecPieces['platforms'], config: PipelineConfig | undefined) {
  const kubernetes = {
    ...(Object.keys(executors).length && { deploymentSpec: { executors } }),
    ...(config && { pipelineConfig: config })
  };
  return Object.keys(kubernetes).length ? { platform: { platforms: { kubernetes } } } : {};
}

const describe = (output: { description?: string } | undefined) =>
  output?.description === undefined ? {} : { description: output.description };
