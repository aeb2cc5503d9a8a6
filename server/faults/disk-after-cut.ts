import type { FileEvent } from './file-trace';

/** A sector is written whole or not at all. */
const SECTOR = 512;

/**
 * The files of a machine that lost its power at an instant: what was synchronised before it is there, and of what was
 * only written any sectors are, chosen by `random`. Files appear and go at once.
 */
export function disksAfterCut(
  events: readonly FileEvent[],
  instant: number,
  random: () => number
): Map<string, Buffer> {
  const files = new Map<string, { safe: Buffer; loose: FileEvent[] }>();
  for (const event of events) {
    if (event.asked > instant) {
      break;
    }
    if (event.kind === 'remove') {
      files.delete(event.path);
      continue;
    }
    const file = files.get(event.path) ?? { safe: Buffer.alloc(0), loose: [] };
    files.set(event.path, file);
    if (event.kind !== 'sync') {
      file.loose.push(event);
    } else if (event.done <= instant) {
      const covered = file.loose.filter(earlier => earlier.done <= event.asked);
      file.safe = covered.reduce((bytes, earlier) => applied(bytes, earlier, () => true), file.safe);
      file.loose = file.loose.filter(earlier => earlier.done > event.asked);
    }
  }
  const share = random();
  return new Map(
    [...files].map(([path, { safe, loose }]) => [
      path,
      loose.reduce((bytes, event) => applied(bytes, event, () => random() < share), safe)
    ])
  );
}

/** A file after an event, of which only the sectors that `reached` says came to the disk. */
function applied(file: Buffer, event: FileEvent, reached: () => boolean): Buffer {
  if (event.kind === 'truncate') {
    return reached() ? sized(file, event.size) : file;
  }
  if (event.kind !== 'write') {
    return file;
  }
  const { offset, bytes } = event;
  const end = offset + bytes.length;
  let after = file;
  for (let from = offset; from < end;) {
    const to = Math.min(end, (Math.floor(from / SECTOR) + 1) * SECTOR);
    if (reached()) {
      after = after === file || after.length < to ? sized(after, Math.max(to, after.length)) : after;
      bytes.copy(after, from, from - offset, to - offset);
    }
    from = to;
  }
  return after;
}

/** A copy with another size; what it gains is zeros. */
function sized(file: Buffer, size: number): Buffer {
  const copy = Buffer.alloc(size);
  file.copy(copy, 0, 0, size);
  return copy;
}
