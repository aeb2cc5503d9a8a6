import { PipelineSpec, PlatformSpec, type SpecFile } from '../spec';
import { message, struct, text } from '../spec/protobuf';
import { shapeOf } from '../spec/shape';
import { emit } from './emit';
import { API_VERSION } from './manifests';

/** Names in the manifests; what is not given follows from the name of the pipeline, as in the SDK. */
export interface CrdOptions {
  name?: string;
  displayName?: string;
  versionName?: string;
  versionDisplayName?: string;
  namespace?: string;
  /** Whether the pipeline itself stands before its version; true unless said otherwise. */
  pipeline?: boolean;
}

const Manifest = message({
  apiVersion: text,
  kind: text,
  metadata: struct,
  spec: message({
    displayName: text,
    description: text,
    pipelineName: text,
    pipelineSpec: PipelineSpec,
    platformSpec: PlatformSpec
  })
});

/**
 * The text of Kubernetes manifests of the kinds Pipeline and PipelineVersion, as the SDK compiles them with
 * `kubernetes_manifest_format=True`: what `kubectl apply` takes where pipelines are kept in the Kubernetes API.
 */
export function writeCrd(
  { spec, platform }: Pick<SpecFile, 'spec' | 'platform'>,
  options: CrdOptions = {}
): string {
  const { name = spec.pipelineInfo.name, namespace, pipeline = true } = options;
  const { displayName = name, versionName = name, versionDisplayName = versionName } = options;
  const about = spec.pipelineInfo.description ? { description: spec.pipelineInfo.description } : {};
  const manifest = (kind: string, called: string, content: object) =>
    emit(
      {
        apiVersion: API_VERSION,
        kind,
        metadata: { name: called, ...(namespace && { namespace }) },
        spec: { ...content, ...about }
      },
      shapeOf(Manifest)
    );
  const version = manifest('PipelineVersion', versionName, {
    displayName: versionDisplayName,
    pipelineName: name,
    pipelineSpec: spec,
    ...(platform && { platformSpec: platform })
  });
  return pipeline ? `${manifest('Pipeline', name, { displayName })}---\n${version}` : version;
}
