import type { CellEdge, EdgeKind } from '../facts';
import type { PlacedFile, Trace } from './trace';

/** A read of a file, with the write that it meets. */
export interface FileRead {
  write: PlacedFile;
  read: PlacedFile;
}

/** The reads of files that earlier statements wrote, in the order in which they happen. */
export function fileReads(trace: Trace): FileRead[] {
  const writes = new Map<string, PlacedFile>();
  return trace.files.flatMap(file => {
    const write = writes.get(file.path);
    if (file.mode === 'write') {
      writes.set(file.path, file);
    } else if (file.mode === 'delete') {
      writes.delete(file.path);
    }
    return file.mode === 'read' && write ? [{ write, read: file }] : [];
  });
}

/**
 * Edges over files named by literal paths: `file` from the last writer to a reader; `order` where a cell
 * writes again, or removes, what an earlier one wrote or read, and where it looks for, or writes, what one removed.
 */
export function fileEdges(trace: Trace): CellEdge[] {
  const edges = new Map<string, CellEdge>();
  const writers = new Map<string, PlacedFile>();
  const readers = new Map<string, PlacedFile[]>();
  const removers = new Map<string, PlacedFile>();
  const connect = (from: PlacedFile, to: PlacedFile, kind: EdgeKind): void => {
    const key = `${from.cell} ${to.cell} ${to.path}`;
    if (from.cell !== to.cell && edges.get(key)?.kind !== 'file') {
      edges.set(key, {
        from: trace.cells[from.cell].id,
        to: trace.cells[to.cell].id,
        name: to.path,
        kind,
        writeLine: from.line,
        readLine: to.line
      });
    }
  };
  for (const file of trace.files) {
    const writer = writers.get(file.path);
    const remover = removers.get(file.path);
    if (remover) {
      connect(remover, file, 'order');
    }
    if (file.mode === 'read') {
      if (writer) {
        connect(writer, file, 'file');
      }
      readers.set(file.path, [...(readers.get(file.path) ?? []), file]);
    } else {
      [...(writer ? [writer] : []), ...(readers.get(file.path) ?? [])].forEach(one =>
        connect(one, file, 'order')
      );
      readers.delete(file.path);
      if (file.mode === 'write') {
        writers.set(file.path, file);
        removers.delete(file.path);
      } else {
        writers.delete(file.path);
        removers.set(file.path, file);
      }
    }
  }
  return [...edges.values()];
}
