import yaml from 'js-yaml';
import { normalise, PipelineSpec, PlatformSpec, type SpecFile } from '../spec';
import { isObject } from '../spec/is-object';
import { checkText, checkValues, DEEPEST } from './limits';
import { unwrapManifests } from './manifests';
import { SpecFileError } from './spec-file-error';
import { READER_SCHEMA } from './yaml-schema';

/**
 * Reads a spec file: YAML or JSON text of a pipeline and at most one platform document, in protobuf's JSON form or
 * any other that its readers take, or the manifest that holds them in the Kubernetes API. Whether the documents are what they should be is for `validateSpec` to say.
 * @throws SpecFileError when the text is no YAML, says a key twice, or holds anything but those documents
 */
export function readSpec(text: string): SpecFile {
  checkText(text);
  const documents = parse(text).filter(document => document !== null && document !== undefined);
  if (!documents.length) {
    throw new SpecFileError('The spec file holds nothing: write a pipeline document.');
  }
  if (!documents.every(isObject)) {
    throw new SpecFileError('A document of the spec file is no mapping: write a pipeline document.');
  }
  const unwrapped = unwrapManifests(documents);
  const [spec, ...pipelines] = unwrapped.filter(document => !('platforms' in document));
  const platforms = unwrapped.filter(document => 'platforms' in document);
  if (!spec || pipelines.length || platforms.length > 1) {
    throw new SpecFileError(
      `The spec file holds ${unwrapped.length - platforms.length} pipeline and ${platforms.length} platform documents: it needs one pipeline and at most one platform.`
    );
  }
  if (!spec.pipelineInfo && typeof spec.kind === 'string' && typeof spec.apiVersion === 'string') {
    throw new SpecFileError(
      `The spec file holds a ${spec.kind} of ${spec.apiVersion}, no pipeline: compile it by version 2 of Kubeflow's SDK.`
    );
  }
  return {
    spec: normalise(PipelineSpec, spec),
    ...(platforms.length && { platform: normalise(PlatformSpec, platforms[0]) }),
    comment: /^\uFEFF?((?:#[^\n]*(?:\n|$))*)/.exec(text)?.[1] ?? ''
  };
}

function parse(text: string): unknown[] {
  let depth = 0;
  const documents: unknown[] = [];
  try {
    yaml.loadAll(text, document => documents.push(document), {
      schema: READER_SCHEMA,
      // js-yaml calls itself for each level, so that the levels must be counted while it does
      listener(event, state) {
        depth += event === 'open' ? 1 : -1;
        if (depth > DEEPEST) {
          throw new SpecFileError(
            `The spec file is nested more than ${DEEPEST} levels deep.`,
            state.line + 1
          );
        }
      }
    });
  } catch (error) {
    if (error instanceof yaml.YAMLException) {
      throw new SpecFileError(
        `The spec file is no YAML: ${error.reason}.`,
        error.mark.line + 1,
        error.mark.column + 1
      );
    }
    throw error;
  }
  documents.forEach(document => checkValues(document, text.length));
  return documents;
}
