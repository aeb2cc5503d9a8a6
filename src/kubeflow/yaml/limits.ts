import { pathText } from '../spec-path';
import { SpecFileError } from './spec-file-error';

/** The API server takes no larger file (`MaxFileLength`, kubeflow/pipelines backend/src/apiserver). */
export const MOST_BYTES = 32 * 2 ** 20;
/** The SDK's reader ends at Python's limit of recursion, at some hundred levels. */
export const DEEPEST = 200;
/** Without aliases there are fewer values than characters. */
const VALUES_PER_CHARACTER = 10;

/** How files begin that are no text, and what to do with them. */
const BINARY = [
  [/^PK[\x03\x05\x07]/, 'a zip archive', 'Unpack it and open the pipeline.yaml inside.'],
  [/^\x1f/, 'a gzip archive', 'Unpack it and open the pipeline.yaml inside.'],
  [/^.PNG\r?\n/, 'a picture', 'Open the YAML file instead.'],
  [/\0/, 'binary', 'Open a YAML or JSON file in UTF-8.']
] as const;

/** @throws SpecFileError for what no reader should be put to: archives, pictures, files that no server takes. */
export function checkText(text: string): void {
  for (const [start, what, fix] of BINARY) {
    if (start.test(text)) {
      throw new SpecFileError(`The spec file is ${what}. ${fix}`);
    }
  }
  // a character is up to three bytes: short text need not be measured
  if (text.length * 3 > MOST_BYTES && new TextEncoder().encode(text).length > MOST_BYTES) {
    throw new SpecFileError('The spec file is larger than 32 MiB, the most that a server takes.');
  }
}

/**
 * Looks at every value of a document as often as it is used.
 * @param characters of the file
 * @throws SpecFileError when aliases make more of it than it may be, or it is no JSON
 */
export function checkValues(document: unknown, characters: number): void {
  let left = VALUES_PER_CHARACTER * characters;
  const path: string[] = [];
  const visit = (value: unknown): void => {
    if (--left < 0 || path.length > DEEPEST) {
      throw new SpecFileError('The aliases of the spec file make it endless: write out what they stand for.');
    }
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new SpecFileError(`\`${pathText(path)}\` is ${value}, which JSON has no number for.`);
    }
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        path.push(key);
        visit(inner);
        path.pop();
      }
    }
  };
  visit(document);
}
