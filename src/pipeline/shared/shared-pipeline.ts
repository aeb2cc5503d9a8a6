import * as Y from 'yjs';
import { canonicalJson } from '../file/write-pipeline';
import { type Sanitised, sanitise } from '../sanitise/sanitise';
import type { Pipeline, PipelineNode } from '../schema';
import type { Overwritten, PipelineChange, SharedPipeline } from './contract';
import { writeEntries, writeEntry } from './entries';
import { valuesOf } from './entry-value';
import { COMMENTS_SHAPE, NODE_SHAPE, PARAMETERS_SHAPE } from './shape';
import { UndoHistory } from './undo-history';
import {
  allDirty,
  BLANK,
  DELETED,
  deleterOf,
  Dirt,
  isDeleted,
  type MapName,
  MAPS,
  type Maps,
  mapsOf,
  nodeMap,
  readAgain,
  UNMADE
} from './view';

/** What to build on: a document that something else owns. */
export interface SharedPipelineOptions {
  ydoc?: Y.Doc;
}

/** A pipeline for live editing, over a new Y.Doc or a given one with whatever it holds. */
export function createSharedPipeline({ ydoc }: SharedPipelineOptions = {}): SharedPipeline {
  return new YPipeline(ydoc);
}

class YPipeline implements SharedPipeline {
  private doc: Y.Doc;
  private maps: Maps;
  private history: UndoHistory;
  private readonly origin = {};
  private readonly listeners = new Set<(change: PipelineChange) => void>();
  private readonly undoListeners = new Set<() => void>();
  private readonly end: (() => void)[] = [];
  private depth = 0;
  private written = new Set<string>();
  private lastWritten = '';
  /** Not yet in `stored`. */
  private dirt: Dirt;
  /** Not yet told to the listeners. */
  private news = new Dirt();
  private storedNow: Pipeline = BLANK;
  private seen: { of: Pipeline; as: Sanitised } | undefined;

  constructor(ydoc?: Y.Doc) {
    this.doc = ydoc ?? new Y.Doc();
    if (!ydoc) {
      this.end.push(() => this.doc.destroy());
    }
    this.maps = mapsOf(this.doc);
    this.history = this.begin();
    this.dirt = allDirty(this.maps);
  }

  /** Listens to the document there is now. */
  private begin(): UndoHistory {
    const history = new UndoHistory(this.doc, this.maps, this.origin, () => this.tellUndo());
    this.end.push(() => history.manager.destroy());
    this.observe();
    return history;
  }

  get ydoc(): Y.Doc {
    return this.doc;
  }

  get undoManager(): Y.UndoManager {
    return this.history.manager;
  }

  moveTo(ydoc: Y.Doc): void {
    const before = this.stored;
    this.end.splice(0).forEach(stop => stop());
    this.doc = ydoc;
    this.maps = mapsOf(ydoc);
    this.history = this.begin();
    this.lastWritten = '';
    this.storedNow = BLANK;
    this.dirt = allDirty(this.maps);
    this.news = allDirty(this.maps);
    Object.keys(before.nodes).forEach(id => this.news.nodes.add(id));
    Object.keys(before.layout).forEach(id => this.news.layout.add(id));
    this.tell(false);
    this.tellUndo();
  }

  get stored(): Pipeline {
    if (!this.dirt.isClean) {
      this.storedNow = readAgain(this.storedNow, this.maps, this.dirt);
      this.dirt = new Dirt();
    }
    return this.storedNow;
  }

  private get sanitised(): Sanitised {
    const { stored } = this;
    if (this.seen?.of !== stored) {
      this.seen = { of: stored, as: sanitise(stored) };
    }
    return this.seen.as;
  }

  get pipeline(): Pipeline {
    return this.sanitised.pipeline;
  }

  get repairs(): Sanitised['repairs'] {
    return this.sanitised.repairs;
  }

  transact(edit: () => void, undoable = true): void {
    if (this.depth > 0) {
      edit();
      return;
    }
    const run = () => {
      this.written = new Set();
      this.depth++;
      try {
        edit();
      } finally {
        this.endStep(undoable);
        this.depth--;
      }
    };
    this.ydoc.transact(run, undoable ? this.origin : null);
  }

  /** Begins a new undo step unless this transaction writes what the last one wrote. */
  private endStep(undoable: boolean): void {
    const written = canonicalJson([...this.written].sort());
    if (undoable && this.written.size > 0) {
      if (written !== this.lastWritten) {
        this.undoManager.stopCapturing();
      }
      this.lastWritten = written;
    }
  }

  stopCapturing(): void {
    this.lastWritten = '';
    this.undoManager.stopCapturing();
  }

  undo(): readonly Overwritten[] {
    this.stopCapturing();
    return this.history.undo();
  }

  redo(): readonly Overwritten[] {
    this.stopCapturing();
    return this.history.redo();
  }

  get canUndo(): boolean {
    return this.undoManager.undoStack.length > 0;
  }

  get canRedo(): boolean {
    return this.undoManager.redoStack.length > 0;
  }

  isTaken(id: string): boolean {
    return this.maps.nodes.has(id);
  }

  deletedBy(id: string): number | undefined {
    return deleterOf(this.maps, id);
  }

  load(pipeline: Pipeline): void {
    const { parameters, nodes, layout, comments = {}, ...meta } = pipeline;
    this.undoManager.clear();
    this.stopCapturing();
    this.transact(() => {
      const replace = (map: MapName, content: object, present: Iterable<string>) => {
        const gone = [...present].filter(key => !Object.hasOwn(content, key));
        gone.sort().forEach(key => this.write([map, key], undefined));
        for (const key of Object.keys(content).sort()) {
          this.write([map, key], (content as Record<string, unknown>)[key]);
        }
      };
      const { stored } = this;
      replace(
        'meta',
        meta,
        valuesOf(this.maps.meta).map(([key]) => key)
      );
      replace('parameters', parameters, Object.keys(stored.parameters));
      replace('nodes', nodes, Object.keys(stored.nodes));
      replace(
        'layout',
        layout,
        valuesOf(this.maps.layout).map(([key]) => key)
      );
      replace('comments', comments, Object.keys(stored.comments ?? {}));
    }, false);
  }

  write(path: readonly string[], value: unknown): void {
    if (this.depth === 0) {
      this.transact(() => this.write(path, value));
      return;
    }
    const [name, key, ...rest] = path as [MapName, string, ...string[]];
    if (this.writeTo(name, key, rest, value)) {
      this.written.add(path.join('\n'));
      this.soil(name, key);
    }
  }

  private writeTo(name: MapName, key: string, rest: string[], value: unknown): boolean {
    const map = this.maps[name];
    if (name === 'parameters') {
      return writeEntries(map, PARAMETERS_SHAPE, [key, ...rest], value);
    }
    if (name === 'comments') {
      return writeEntries(map, COMMENTS_SHAPE, [key, ...rest], value);
    }
    if (name === 'nodes') {
      return this.writeNode(key, rest, value);
    }
    return writeEntry(map, key, value);
  }

  private writeNode(id: string, rest: string[], value: unknown): boolean {
    let settings = nodeMap(this.maps, id);
    if (rest.length === 0 && value === undefined) {
      return settings !== undefined && writeEntry(settings, DELETED, true);
    }
    if (!settings) {
      settings = new Y.Map<unknown>();
      this.maps.nodes.set(id, settings);
    }
    const wasDeleted = isDeleted(settings);
    if (rest.length === 0 && wasDeleted) {
      writeEntry(settings, DELETED, undefined);
      writeEntry(settings, UNMADE, undefined);
    }
    return writeEntries(settings, NODE_SHAPE, rest, value as PipelineNode) || wasDeleted;
  }

  private soil(name: MapName, key: string): void {
    for (const dirt of [this.dirt, this.news]) {
      if (name === 'nodes' || name === 'layout') {
        dirt[name].add(key);
      } else if (name === 'parameters' || name === 'meta' || name === 'comments') {
        dirt[name] = true;
      }
    }
  }

  private observe(): void {
    for (const name of MAPS) {
      const onEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
        for (const event of events) {
          const keys = event.path.length > 0 ? [String(event.path[0])] : [...event.keys.keys()];
          keys.forEach(key => this.soil(name, key));
        }
      };
      this.maps[name].observeDeep(onEvents);
      this.end.push(() => this.maps[name].unobserveDeep(onEvents));
    }
    const onEnd = (transaction: Y.Transaction) => this.tell(transaction.local);
    this.ydoc.on('afterTransaction', onEnd);
    this.end.push(() => this.ydoc.off('afterTransaction', onEnd));
  }

  private tell(local: boolean): void {
    const { news } = this;
    if (!news.isClean) {
      this.news = new Dirt();
      const { nodes, layout, parameters, meta, comments } = news;
      const change = { nodes, layout, parameters, meta, comments, local };
      [...this.listeners].forEach(listener => listener(change));
    }
  }

  subscribe(listener: (change: PipelineChange) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  subscribeUndo(listener: () => void): () => void {
    this.undoListeners.add(listener);
    return () => void this.undoListeners.delete(listener);
  }

  private tellUndo(): void {
    [...this.undoListeners].forEach(listener => listener());
  }

  dispose(): void {
    this.listeners.clear();
    this.undoListeners.clear();
    this.end.splice(0).forEach(stop => stop());
  }
}
