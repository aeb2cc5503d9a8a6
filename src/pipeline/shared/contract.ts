import type { UndoManager } from 'yjs';
import type * as Y from 'yjs';
import type { Pipeline } from '../schema';

/** What one transaction touched. */
export interface PipelineChange {
  nodes: ReadonlySet<string>;
  layout: ReadonlySet<string>;
  parameters: boolean;
  meta: boolean;
  /** Made by this client's own user. */
  local: boolean;
}

/** A pipeline that several people may edit at once; Yjs underneath, no JupyterLab. */
export interface SharedPipeline {
  readonly ydoc: Y.Doc;
  readonly undoManager: UndoManager;
  /**
   * The pipeline as every reader sees it: sanitised, read-only, the same object until something changed;
   * nodes that did not change keep their identity.
   */
  readonly pipeline: Pipeline;
  /** Replaces all content, without undo and without random choices: two loads of one text give one history. */
  load(pipeline: Pipeline): void;
  /** Runs edits as one transaction and one undo step (or none, with `undoable` false). */
  transact(edit: () => void, undoable?: boolean): void;
  /** Ends the undo step in progress: call it when a gesture ends. */
  stopCapturing(): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Calls back after each transaction that changed something; returns the way to stop. */
  subscribe(listener: (change: PipelineChange) => void): () => void;
  dispose(): void;
}
