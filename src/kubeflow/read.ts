import yaml from 'js-yaml';

/** A spec file that cannot be read. Lines and columns are counted from 1. */
export class SpecFileError extends Error {
  constructor(
    message: string,
    readonly line?: number,
    readonly column?: number
  ) {
    super(message);
    this.name = 'SpecFileError';
  }
}

/**
 * The one or two documents of a spec file as plain objects: the pipeline, and the platform when there is one.
 * @throws SpecFileError when the text is no YAML, or holds anything but one pipeline and at most one platform.
 */
export function readSpecs(text: string): {
  spec: Record<string, unknown>;
  platform?: Record<string, unknown>;
} {
  const documents = parse(text).filter(document => document !== null && document !== undefined);
  if (!documents.every(isObject)) {
    throw new SpecFileError('A document of the spec file is no mapping: write a pipeline document.');
  }
  const pipelines = documents.filter(document => !('platforms' in document));
  const platforms = documents.filter(document => 'platforms' in document);
  if (pipelines.length !== 1 || platforms.length > 1) {
    throw new SpecFileError(
      `The spec file holds ${pipelines.length} pipeline and ${platforms.length} platform documents: it needs one pipeline and at most one platform.`
    );
  }
  return { spec: pipelines[0], ...(platforms.length && { platform: platforms[0] }) };
}

function parse(text: string): unknown[] {
  try {
    return yaml.loadAll(text);
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
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
