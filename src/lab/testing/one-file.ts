import type { Contents } from '@jupyterlab/services';
import type { Files } from '../live/disk-file';

/** A contents API that holds one file, and gives no hash, as servers before 2.11. */
export class OneFile implements Files {
  reads = 0;
  writes = 0;
  private modified = 0;
  constructor(public text: string | null) {}

  /** Somebody else writes. */
  change(text: string | null): void {
    this.text = text;
    this.modified++;
  }

  async get(path: string, options: Contents.IFetchOptions = {}): Promise<Contents.IModel> {
    if (this.text === null) {
      throw Object.assign(new Error('no such file'), { response: { status: 404 } });
    }
    this.reads += options.content ? 1 : 0;
    return this.model(path, options.content ? this.text : null);
  }

  async save(path: string, { content }: Partial<Contents.IModel> = {}): Promise<Contents.IModel> {
    this.writes++;
    this.change(content as string);
    return this.model(path, null);
  }

  private model(path: string, content: string | null): Contents.IModel {
    const last_modified = new Date(this.modified * 1000).toISOString();
    return {
      name: path,
      path,
      type: 'file',
      writable: true,
      created: '',
      last_modified,
      mimetype: '',
      content,
      format: 'text'
    };
  }
}
