import { isObject } from '../spec/is-object';

/** Where pipelines that are kept in the Kubernetes API belong. */
export const API_GROUP = 'pipelines.kubeflow.org';
export const API_VERSION = `${API_GROUP}/v2beta1`;

/**
 * The pipeline and platform documents of a file, taken out of a manifest of the kind PipelineVersion where they stand
 * in one; one of the kind Pipeline only names its versions.
 */
export const unwrapManifests = (documents: readonly JsonObject[]): JsonObject[] =>
  documents.flatMap(document => {
    const { apiVersion, kind, spec } = document;
    if (typeof apiVersion !== 'string' || !apiVersion.startsWith(`${API_GROUP}/`) || !isObject(spec)) {
      return [document];
    }
    return kind === 'Pipeline' ? [] : [spec.pipelineSpec, spec.platformSpec].filter(isObject);
  });

type JsonObject = Record<string, unknown>;
