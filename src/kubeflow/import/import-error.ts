/** A spec that cannot be drawn: too large, too deep or not whole; the message is one sentence that says why. */
export class SpecImportError extends Error {
  readonly name = 'SpecImportError';
}
