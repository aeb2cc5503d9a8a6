import { StoreError } from './store';

/** Most characters of a room's name. */
const LONGEST = 256;

/** @throws StoreError when no room can have this name */
export function checkName(room: string): void {
  if (room.length === 0 || room.length > LONGEST || room.includes('\0')) {
    throw new StoreError(`The name of a room has 1 to ${LONGEST} characters.`);
  }
}

/** A text as databases can keep it: PostgreSQL knows no NUL, and one text with it would fail all of a commit. */
export const storable = (text: string) => text.replaceAll('\0', '\ufffd');
