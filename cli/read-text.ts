import { readFileSync } from 'node:fs';
import { reasonOf, UserError } from './failure';

/**
 * The text of a file in UTF-8.
 * @param name what messages call the file
 * @throws UserError that names the file and why it cannot be read
 */
export function readText(path: string, name = path): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new UserError(`${name} cannot be read: ${reasonOf(error)}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(`${name} cannot be read: it is no text in UTF-8.`);
  }
}
