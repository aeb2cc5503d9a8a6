import { type SpecFile, validateSpec } from '../spec';
import { SpecImportError } from './import-error';

/**
 * Fields that Kubeflow does not know are kept; of what it knows, each must be what it should be.
 * @throws SpecImportError that names the first that is not
 */
export function checkSpec(file: SpecFile): void {
  const fault = validateSpec(file).find(({ unknown }) => !unknown);
  if (fault) {
    const at = fault.path ? `\`${fault.path}\` of the spec` : 'The spec';
    throw new SpecImportError(`${at} is not as Kubeflow reads it: ${fault.message}`);
  }
}
