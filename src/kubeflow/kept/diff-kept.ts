import type { Kept } from '../../pipeline';
import { isObject } from '../spec/is-object';
import { own, same } from './same';

/**
 * What must be kept so that `written` becomes `original`: objects are looked into, lists are one value. Applied to
 * `written`, the entries give `original`; there are none when both are the same.
 */
export function diffKept(written: unknown, original: unknown): Kept[] {
  const kept: Kept[] = [];
  const walk = (was: unknown, is: unknown, at: string[]): void => {
    if (same(was, is)) {
      return;
    }
    if (isObject(was) && isObject(is)) {
      for (const key of [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()) {
        walk(own(was, key), own(is, key), [...at, key]);
      }
      return;
    }
    kept.push({ at, ...(is !== undefined && { is }), ...(was !== undefined && { was }) });
  };
  walk(written, original, []);
  return kept;
}
