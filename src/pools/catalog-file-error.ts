import type { TextPlace } from './positions';

/** A catalog that cannot be used, and where; line and column from 1. The message is one sentence for the user. */
export class CatalogFileError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Path of the key at fault, such as `pools[1].device.resource`; empty for the file as a whole. */
  readonly field: string;

  constructor(file: string, place: TextPlace, field: string, what: string) {
    super(`${file}, line ${place.line}, column ${place.column}: ${field ? `${field} ` : ''}${what}`);
    this.name = 'CatalogFileError';
    this.file = file;
    this.line = place.line;
    this.column = place.column;
    this.field = field;
  }
}
