import { SpecFileError, SpecImportError } from '../src/kubeflow';
import { UserError } from './failure';

/**
 * What `read` makes of a spec file.
 * @throws UserError that begins with the place in the file, for a spec that cannot be read or drawn
 */
export function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SpecFileError || error instanceof SpecImportError)) {
      throw error;
    }
    const { line, column } = error as SpecFileError;
    const place = [path, line, column].filter(part => part !== undefined).join(':');
    throw new UserError(`${place}: ${error.message}`);
  }
}
