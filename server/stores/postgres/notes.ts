/** Bytes that PostgreSQL lets a notification have are fewer than 8000. */
const PIECE = 5000;
const ROOMS = 7500;

/** Largest message that is passed on, in bytes. */
const LARGEST = 64 * 1024;

/** Tells that updates of rooms were stored, in as few notifications as they fit in; `self` is who tells. */
export function hintsOf(self: string, rooms: readonly string[]): string[] {
  const hints: string[] = [];
  let size = ROOMS;
  for (const room of rooms) {
    const name = Buffer.from(room).toString('base64url');
    size += name.length + 1;
    if (size > ROOMS) {
      hints.push(self);
      size = self.length;
    }
    hints[hints.length - 1] += ` ${name}`;
  }
  return hints;
}

/** Who told of which rooms. */
export function readHint(hint: string): { self: string; rooms: string[] } {
  const [self, ...names] = hint.split(' ');
  return { self, rooms: names.map(name => Buffer.from(name, 'base64url').toString()) };
}

/** A message in pieces; none when it is too large. `number` is different for each message of `self`. */
export function piecesOf(self: string, number: number, room: string, message: Uint8Array): string[] {
  if (message.length > LARGEST) {
    return [];
  }
  const text = Buffer.from(message).toString('base64url');
  const name = Buffer.from(room).toString('base64url');
  const count = Math.max(1, Math.ceil(text.length / PIECE));
  return Array.from({ length: count }, (_, i) =>
    [self, number, i, count, name, text.slice(i * PIECE, (i + 1) * PIECE)].join(' ')
  );
}

/** Puts pieces together; those of one sender come one after the other, and a message that lacks one is dropped. */
export class Pieces {
  private readonly begun = new Map<string, { number: string; texts: string[] }>();

  /** The message that is complete with this piece, if one is; nothing for what `self` sent. */
  add(piece: string, self: string): { room: string; message: Uint8Array } | null {
    const [sender, number, index, count, name, text] = piece.split(' ');
    if (sender === self) {
      return null;
    }
    const begun = index === '0' ? { number, texts: [] } : this.begun.get(sender);
    if (begun?.number !== number || begun.texts.length !== Number(index)) {
      return null;
    }
    begun.texts.push(text);
    if (begun.texts.length < Number(count)) {
      this.begun.set(sender, begun);
      return null;
    }
    this.begun.delete(sender);
    return {
      room: Buffer.from(name, 'base64url').toString(),
      message: new Uint8Array(Buffer.from(begun.texts.join(''), 'base64url'))
    };
  }
}
