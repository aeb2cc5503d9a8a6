import type { Contents } from '@jupyterlab/services';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What a file said when it was last read or written here. */
export interface FileState {
  text: string;
  /** Without content. */
  model: Contents.IModel;
}

/** The part of a drive that a file is read and written by. */
export type Files = Pick<Contents.IDrive, 'get' | 'save'>;

/** One text file of the Jupyter server, by contents REST. Paths are looked up anew at each call: files are renamed. */
export class DiskFile {
  constructor(
    private readonly _files: Files,
    private readonly _path: () => string
  ) {}

  /** What the server knows of the file, without its text. Rejects with the response when there is none. */
  look(): Promise<Contents.IModel> {
    return this._files.get(this._path(), { type: 'file', content: false, hash: true });
  }

  async read(): Promise<FileState> {
    const { content, ...model } = await this._files.get(this._path(), {
      type: 'file',
      format: 'text',
      content: true,
      hash: true
    });
    return { text: String(content), model: { ...model, content: null } };
  }

  async write(text: string): Promise<FileState> {
    const saved = await this._files.save(this._path(), { type: 'file', format: 'text', content: text });
    return { text, model: { ...saved, content: null, hash: hashOf(text), hash_algorithm: 'sha256' } };
  }
}

/** True when a file, by what the server says of it, still holds a text. */
export function holds(model: Contents.IModel, known: FileState): boolean {
  if (model.hash && model.hash_algorithm === 'sha256') {
    return model.hash === hashOf(known.text);
  }
  return model.last_modified === known.model.last_modified;
}

/** Hash of a file as Jupyter server works it out. */
const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** True for an answer that says there is no such file. */
export const isMissing = (error: unknown): boolean =>
  (error as { response?: Response }).response?.status === 404;
