/** Where in a file a fault is; lines and columns count from 1. */
export interface FilePlace {
  file?: string;
  line: number;
  column: number;
  /** The value at fault, as a JSON Pointer (RFC 6901), such as `/nodes/train/cells`. */
  field?: string;
}

/** A pipeline file that cannot be read. The message is one sentence that begins with the place. */
export class PipelineFileError extends Error {
  override readonly name = 'PipelineFileError';
  readonly file: string | undefined;
  readonly line: number;
  readonly column: number;
  readonly field: string | undefined;
  /** What is wrong, without the place. */
  readonly reason: string;

  constructor(reason: string, place: FilePlace) {
    super(`${place.file ? `${place.file}:` : ''}${place.line}:${place.column}: ${reason}`);
    this.reason = reason;
    this.file = place.file;
    this.line = place.line;
    this.column = place.column;
    this.field = place.field;
  }
}
