/**
 * A hub with a fault: its store says that edits are durable before they are written. The tests of crashes must find it
 * out, or they prove nothing.
 */
import { SqliteStore } from '../stores';

const LATE = 30;
const { append } = SqliteStore.prototype;
let number = 0;

SqliteStore.prototype.append = function (...edits) {
  setTimeout(() => void append.apply(this, edits).catch(() => undefined), LATE);
  return Promise.resolve((number += edits[2].length));
};

await import('../main');
