import { newId } from '../id';
import { migrate } from '../migrations/migrate';
import { nameOfFile, newPipeline } from '../new-pipeline';
import { type Pipeline, VERSION } from '../schema';
import { PipelineFileError } from './file-error';
import { findFileFault } from './find-fault';
import { isObject } from './json';
import { type ParsedJson, parseJson } from './parse-json';

/** True for the text of a file that was just created: nothing but white space. */
export function isEmptyText(text: string): boolean {
  return /^\uFEFF?\s*$/.test(text);
}

/**
 * Reads the text of a `*.weft` file. Older versions are migrated; keys and node kinds that this version does
 * not know are kept; references are not looked at (`sanitise` does that). An empty text is a new pipeline with
 * a new id, named after the file.
 * @param file What messages call the file.
 * @throws PipelineFileError
 */
export function readPipeline(text: string, file?: string): Pipeline {
  if (isEmptyText(text)) {
    return newPipeline({ id: newId(), name: nameOfFile(file ?? '') });
  }
  const parsed = parseJson(text, file);
  const { value } = parsed;
  if (!isObject(value)) {
    throw fault(parsed, [], 'a pipeline file holds one object');
  }
  if (typeof value.weft !== 'number' || !Number.isInteger(value.weft) || value.weft < 1) {
    const path = 'weft' in value ? ['weft'] : [];
    throw fault(parsed, path, 'this is no pipeline file: its key "weft" must be the version, a whole number');
  }
  if (value.weft > VERSION) {
    const versions = `its version is ${value.weft}, this one reads up to ${VERSION}`;
    throw fault(parsed, ['weft'], `made by a newer Weft: ${versions}; open it as text or update`);
  }
  const current = migrate(value);
  const wrong = findFileFault(current);
  if (wrong) {
    throw fault(parsed, wrong.path, `${wrong.path.join('.') || 'the pipeline'} ${wrong.reason}`);
  }
  return { parameters: {}, layout: {}, ...current } as unknown as Pipeline;
}

function fault(parsed: ParsedJson, path: readonly string[], reason: string): PipelineFileError {
  return new PipelineFileError(reason, parsed.placeOf(path));
}
