import type { UndoManager } from 'yjs';
import type * as Y from 'yjs';
import type { Repair } from '../sanitise/repair';
import type { Pipeline } from '../schema';

/** What one transaction touched. */
export interface PipelineChange {
  nodes: ReadonlySet<string>;
  layout: ReadonlySet<string>;
  parameters: boolean;
  meta: boolean;
  comments: boolean;
  /** Made by this client's own user. */
  local: boolean;
}

/** A place that undoing or redoing left alone, because somebody else wrote there since. */
export interface Overwritten {
  /** As `write` takes it: `['nodes', 'train', 'title']`. */
  path: readonly string[];
  /** Number of the client that wrote there. */
  client: number;
}

/** A pipeline that several people may edit at once; Yjs underneath, no JupyterLab. */
export interface SharedPipeline {
  /** Another one after `moveTo`. */
  readonly ydoc: Y.Doc;
  /** Another one after `moveTo`: listen to `subscribeUndo` instead. */
  readonly undoManager: UndoManager;
  /**
   * The pipeline as every reader sees it: sanitised, read-only, the same object until something changed;
   * nodes that did not change keep their identity. Inside a transaction it shows what was written so far.
   */
  readonly pipeline: Pipeline;
  /** What `pipeline` leaves out of `stored`, and why. */
  readonly repairs: readonly Repair[];
  /** The pipeline as it is stored, with references that no longer hold: what a file gets. */
  readonly stored: Pipeline;
  /** Replaces all content, without undo and without random choices: two loads of one text give one history. */
  load(pipeline: Pipeline): void;
  /**
   * Runs edits as one transaction and one undo step (or none, with `undoable` false). A transaction that writes
   * just what the one before it wrote, within half a second, continues its step: typing in a field is one step.
   */
  transact(edit: () => void, undoable?: boolean): void;
  /**
   * Sets the value at a path, or removes it; for the files in `edits/`, inside `transact`. The path begins with
   * `meta`, `parameters`, `nodes`, `layout`, `sources` or `comments`; then comes an id, then keys. Only what differs
   * is written. Comments and sources cannot be undone. Removing a whole node marks it as deleted; setting one brings it back.
   */
  write(path: readonly string[], value: unknown): void;
  /** True for ids of nodes there are and nodes there were: a new node may not have them. */
  isTaken(id: string): boolean;
  /** Number of the client that deleted a node; undefined where that is not known, or the node is there. */
  deletedBy(id: string): number | undefined;
  /** Ends the undo step in progress: call it when a gesture ends. */
  stopCapturing(): void;
  /**
   * Takes back the last step of this user. What others wrote since in the same places stays.
   * @returns those places
   */
  undo(): readonly Overwritten[];
  redo(): readonly Overwritten[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Calls back after each transaction that changed something; returns the way to stop. */
  subscribe(listener: (change: PipelineChange) => void): () => void;
  /** Calls back when there is something else to undo or redo; returns the way to stop. */
  subscribeUndo(listener: () => void): () => void;
  /**
   * Goes over to another document, with whatever that holds; what is undone begins anew. Two histories that have
   * nothing in common must never be merged as such: this is how one takes the place of the other under a view.
   */
  moveTo(ydoc: Y.Doc): void;
  dispose(): void;
}
