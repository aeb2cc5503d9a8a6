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
