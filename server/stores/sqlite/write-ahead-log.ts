/** Bytes of a file from an offset on: fewer where it ends. */
export type Read = (offset: number, length: number) => Uint8Array;

const HEADER = 32;
const FRAME_HEADER = 24;
/** Of a log whose header does not say it: SQLite's own, and that of every file of ours. */
const PAGE = 4096;
/** The smallest piece that a disk writes whole or not at all. */
const SECTOR = 512;

type Sum = readonly [number, number];

/**
 * Where a write-ahead log of SQLite is damaged though what stands there was on the disk for good; `null` where it is
 * whole, or no more is wrong with it than a crash explains. SQLite itself ends its reading at the first frame whose
 * check sum is wrong, whatever comes behind it, and takes a log whose header is wrong for empty.
 *
 * A transaction is synchronised before the next one begins (`synchronous` FULL), and a new header before the first
 * frame: a crash tears the last transaction alone. So it is damage when, at or behind the first frame that is wrong, a
 * transaction of this log ends and another frame goes on behind it, or when transactions end behind a wrong header. It
 * must be proven: the check sum of a frame goes on from that of the one before, and both frame headers lie within a
 * sector each, since a torn one may be half of an older log's.
 *
 * Not found are damage to the last transaction, which looks like a crash; some of that to the three before it, where the
 * proof itself is damaged or lies across sectors; and the loss of the end of the file.
 *
 * Source: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 *
 * @returns offset in bytes of the frame or header that is wrong
 */
export function damageInLog(read: Read): number | null {
  const header = view(read(0, HEADER));
  if (header.byteLength < HEADER) {
    return null;
  }
  const isLittle = (header.getUint32(0) & 1) === 0;
  const sized = header.getUint32(8);
  const page = isPageSize(sized) ? sized : PAGE;
  let stored = sumAt(header, 24);
  const isHeader = isMagic(header.getUint32(0)) && isEqual(add([0, 0], header, 0, 24, isLittle), stored);
  let wrong = isHeader ? null : 0;
  let isEnd = false;
  for (let offset = HEADER; ; offset += FRAME_HEADER + page) {
    const frame = view(read(offset, FRAME_HEADER + page));
    if (frame.byteLength < FRAME_HEADER + page) {
      return null;
    }
    const sum = add(add(stored, frame, 0, 8, isLittle), frame, FRAME_HEADER, page, isLittle);
    stored = sumAt(frame, 16);
    const isOurs = isEqual(sumAt(frame, 8), sumAt(header, 16));
    const goesOn = isOurs && isEqual(sum, stored);
    const isTogether = (offset % SECTOR) + FRAME_HEADER <= SECTOR;
    if (wrong !== null && isEnd && isTogether && goesOn) {
      return wrong;
    }
    wrong ??= goesOn ? null : offset;
    const isCommit = frame.getUint32(4) !== 0;
    if (!isHeader && isCommit) {
      return wrong;
    }
    isEnd = wrong !== null && isTogether && isCommit;
  }
}

const isMagic = (number: number) => number >>> 1 === 0x377f0682 >>> 1;
const isPageSize = (size: number) => size >= 512 && size <= 65536 && (size & (size - 1)) === 0;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const sumAt = (bytes: DataView, offset: number): Sum => [
  bytes.getUint32(offset),
  bytes.getUint32(offset + 4)
];
const isEqual = (a: Sum, b: Sum) => a[0] === b[0] && a[1] === b[1];

function add([a, b]: Sum, bytes: DataView, offset: number, length: number, isLittle: boolean): Sum {
  for (let at = offset; at < offset + length; at += 8) {
    a = (a + bytes.getUint32(at, isLittle) + b) >>> 0;
    b = (b + bytes.getUint32(at + 4, isLittle) + a) >>> 0;
  }
  return [a, b];
}
