import type { Contents } from '@jupyterlab/services';
import {
  type Pipeline,
  readPipeline,
  replacePipeline,
  type SharedPipeline,
  writePipeline
} from '../../pipeline';
import { type DiskFile, type FileState, holds, isMissing } from './disk-file';
import { FileHeldBack, type Undecided } from './file-held-back';
import { mergeFile, readOr, same } from './merge-file';
import { markOf } from './place';

/** What the user makes of a pipeline and its file that cannot be merged by themselves. */
export type Answer = (pipeline: Pipeline) => Pipeline;

export interface CopyOptions {
  doc: SharedPipeline;
  disk: DiskFile;
  /** Asks the user; null when they put the question off. */
  ask: (merge: Undecided, found: FileState) => Promise<Answer | null>;
  /** Called with what the file says, whenever that was read or written in agreement with the pipeline. */
  agreed: (state: FileState) => void;
}

/** How many states of the pipeline are remembered that may be in the file by now. */
const SEEN = 20;

/** A pipeline's copy in a file. Nothing is written over that was not read before. */
export class FileCopy {
  /** @param _known what the file said when it last agreed with the pipeline, as far as is known */
  constructor(
    private readonly _options: CopyOptions,
    private _known: FileState | null
  ) {}

  /** Mark of what the file is known to hold. */
  get mark(): string {
    return this._known ? markOf(this._known.text) : '';
  }

  /** Whether the pipeline says something that is not in the file yet. */
  get isBehind(): boolean {
    const { stored } = this._options.doc;
    return stored.id !== '' && stored !== this._said;
  }

  /** Somebody else who edits this pipeline says that they wrote this: it is no change from outside. */
  hear(mark: string): void {
    this._heard.add(mark);
  }

  /**
   * The pipeline is in another state now. Somebody else who edits it may write that and be gone before they are heard:
   * it is no change from outside either.
   */
  see(): void {
    this._seen = [...this._seen, this._options.doc.stored].slice(-SEEN);
  }

  /** What the server says of the file, after its changes were taken in. Rejects with `FileHeldBack`. */
  async meet(): Promise<Contents.IModel> {
    const model = await this._options.disk.look();
    if (this._known && holds(model, this._known)) {
      this._agree({ ...this._known, model });
      return model;
    }
    const found = await this._options.disk.read();
    await this._takeIn(found);
    return found.model;
  }

  /**
   * Writes the pipeline as it is now, after changes of the file were taken in.
   * @param tell called with the mark of what is written, before that
   * @param anew whether a file that is gone is made again
   */
  async write(tell: (mark: string) => void, anew: boolean): Promise<Contents.IModel> {
    try {
      await this.meet();
    } catch (error) {
      if (!isMissing(error) || !anew) {
        throw error;
      }
      this._known = null;
    }
    const { stored } = this._options.doc;
    const text = writePipeline(stored);
    if (!this._known || this._known.text !== text) {
      tell(markOf(text));
      this._agree(await this._options.disk.write(text), stored);
    } else {
      this._said = stored;
    }
    return (this._known as FileState).model;
  }

  /** Writes the pipeline for the last time, unless the file was changed meanwhile: that is for the next who opens it. */
  async flush(): Promise<void> {
    const { doc, disk } = this._options;
    const text = writePipeline(doc.stored);
    if (this._known && holds(await disk.look(), this._known)) {
      this._agree(await disk.write(text), doc.stored);
    }
  }

  /** Makes the pipeline what its file says. Rejects with a `PipelineFileError` when that cannot be read. */
  async revert(): Promise<Contents.IModel> {
    const found = await this._options.disk.read();
    replacePipeline(this._options.doc, readPipeline(found.text), true);
    this._agree(found);
    return found.model;
  }

  private async _takeIn(found: FileState): Promise<void> {
    const { doc, ask } = this._options;
    const base = this._isOfRoom(found.text) ? found.text : (this._known?.text ?? null);
    const merge = mergeFile(base, doc.stored, found.text);
    if (merge.kind === 'merged') {
      replacePipeline(doc, merge.pipeline);
    } else if (merge.kind !== 'nothing') {
      const answer = await ask(merge, found);
      if (answer === null) {
        throw new FileHeldBack(merge);
      }
      replacePipeline(doc, answer(doc.stored));
    }
    this._agree(found);
  }

  /** Whether a text is what those who edit the pipeline made of it since the file was known. */
  private _isOfRoom(text: string): boolean {
    if (this._heard.has(markOf(text))) {
      return true;
    }
    const file = readOr(text);
    return file !== null && this._seen.some(state => same(state, file));
  }

  private _agree(state: FileState, said?: Pipeline): void {
    const { doc, agreed } = this._options;
    const isNews = state.text !== this._known?.text || state.model.hash !== this._known.model.hash;
    this._known = state;
    if (isNews || said) {
      this._seen = [];
      this._said = said ?? (says(state.text, doc.stored) ? doc.stored : null);
      agreed(state);
    }
  }

  /** The pipeline that the file holds. */
  private _said: Pipeline | null = null;
  private readonly _heard = new Set<string>();
  /** States of the pipeline since the file was known, the last one last. */
  private _seen: readonly Pipeline[] = [];
}

function says(text: string, pipeline: Pipeline): boolean {
  const merge = mergeFile(null, pipeline, text);
  return merge.kind === 'nothing';
}
