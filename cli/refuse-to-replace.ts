import { existsSync } from 'node:fs';
import { UserError } from './failure';

/**
 * Holds a command back from a file that is there already, unless it was told to write over it.
 * @param output the file to be written; undefined when the command writes none
 * @throws UserError that names the file
 */
export function refuseToReplace(output: string | undefined, force: boolean): void {
  if (output !== undefined && existsSync(output) && !force) {
    throw new UserError(`${output} is there already; name another file, or write over it with --force.`);
  }
}
