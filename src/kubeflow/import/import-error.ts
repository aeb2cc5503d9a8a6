/** A spec that is too large or too deep to be drawn; the message is one sentence that says why. */
export class SpecImportError extends Error {
  readonly name = 'SpecImportError';
}
