import { ContentType, Item, iterateDeletedStructs, Map as YMap, UndoManager } from 'yjs';
import type * as Y from 'yjs';
import { fromPointer } from '../file/json-pointer';
import type { Overwritten } from './contract';
import { type Maps, UNMADE } from './view';

const EVENTS = ['stack-item-added', 'stack-item-updated', 'stack-item-popped', 'stack-cleared'] as const;

type StackItem = UndoManager['undoStack'][number];
/** Entries of a map, by key, as Yjs links them. */
type Parent = Y.AbstractType<unknown> | null;

/**
 * The steps of one user. Undoing and redoing never touch what others wrote since: that stays, and is reported. A node
 * whose making is undone is marked as deleted, like one that is removed, so that redoing shows all that was in it.
 */
export class UndoHistory {
  readonly manager: UndoManager;
  /** Nodes that the step in hand made, and that others wrote in since. */
  private kept = new Set<Item>();
  /** All nodes that the step in hand made. */
  private made = new Set<Item>();

  constructor(
    private readonly ydoc: Y.Doc,
    private readonly maps: Maps,
    origin: object,
    onChange: () => void
  ) {
    const { sources: _cache, comments: _said, ...undoable } = maps;
    this.manager = new UndoManager(Object.values(undoable), {
      trackedOrigins: new Set<unknown>([origin]),
      doc: ydoc,
      deleteFilter: item => this.mayDelete(item)
    });
    EVENTS.forEach(event => this.manager.on(event, onChange));
  }

  undo(): Overwritten[] {
    return this.alone(this.manager.undoStack, () => this.manager.undo());
  }

  redo(): Overwritten[] {
    return this.alone(this.manager.redoStack, () => this.manager.redo());
  }

  /** Takes back the last step and no other: Yjs would go on to the one before where a step has no effect any more. */
  private alone(stack: StackItem[], run: () => void): Overwritten[] {
    const step = stack.at(-1);
    if (!step) {
      return [];
    }
    const overwritten = this.look(step);
    const before = stack.splice(0, stack.length - 1);
    try {
      run();
    } finally {
      stack.unshift(...before);
      this.kept.clear();
      this.made.clear();
    }
    return overwritten;
  }

  /** What others wrote since, in the places of a step. */
  private look(step: StackItem): Overwritten[] {
    const found = new Map<string, Overwritten>();
    const add = (path: readonly string[], client: number) => found.set(path.join('\n'), { path, client });
    const visit = (struct: unknown) => {
      if (!(struct instanceof Item) || struct.parentSub === null) {
        return;
      }
      const parent = struct.parent as Parent;
      const last = parent?._map.get(struct.parentSub);
      const path = this.pathOf(parent, struct.parentSub);
      if (path && last && last !== struct && this.isForeign(last)) {
        add(path, last.id.client);
      } else if (path && last && parent === this.maps.nodes && !last.deleted) {
        this.lookInside(last, path, step, add);
      }
    };
    this.ydoc.transact(transaction => {
      iterateDeletedStructs(transaction, step.insertions, visit);
      iterateDeletedStructs(transaction, step.deletions, visit);
    }, null);
    return [...found.values()];
  }

  /** A node that the step made stays when others wrote in it. */
  private lookInside(
    node: Item,
    path: string[],
    step: StackItem,
    add: (path: string[], client: number) => void
  ) {
    this.made.add(node);
    const entries = [...(typeOf(node)?._map ?? [])].filter(
      ([, entry]) => this.isForeign(entry) && !entry.deleted
    );
    if (entries.length > 0) {
      this.kept.add(node);
      entries.forEach(([key, entry]) => add([...path, ...fromPointer(key)], entry.id.client));
    }
  }

  private mayDelete(item: Item): boolean {
    const parent = item.parent as Parent;
    const node = parent === this.maps.layout ? this.maps.nodes._map.get(item.parentSub ?? '') : parent?._item;
    if (this.made.has(item)) {
      if (!this.kept.has(item)) {
        typeOf(item)?.set(UNMADE, true);
      }
      return false;
    }
    return !node || !(parent === this.maps.layout ? this.kept : this.made).has(node);
  }

  private isForeign(item: Item): boolean {
    return item.id.client !== this.ydoc.clientID;
  }

  /** The path of an entry, as `write` takes it. */
  private pathOf(parent: Parent, key: string): string[] | null {
    const { nodes } = this.maps;
    if (parent?._item && parent._item.parent === nodes) {
      return ['nodes', parent._item.parentSub ?? '', ...fromPointer(key)];
    }
    const name = Object.entries(this.maps).find(([, map]) => map === parent)?.[0];
    return name ? [name, ...(name === 'parameters' ? fromPointer(key) : [key])] : null;
  }
}

function typeOf({ content }: Item): YMap<unknown> | undefined {
  return content instanceof ContentType && content.type instanceof YMap ? content.type : undefined;
}
