import type { Kept } from '../../pipeline';
import { isObject } from '../spec/is-object';
import { isSame } from './same';

/** What must be kept for `written` to become `original`. */
export function diffKept(written: unknown, original: unknown): Kept[] {
  const kept: Kept[] = [];
  const walk = (was: unknown, is: unknown, at: readonly string[]): void => {
    if (isSame(was, is)) {
      return;
    }
    if (isObject(was) && isObject(is)) {
      for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
        walk(Object.hasOwn(was, key) ? was[key] : undefined, Object.hasOwn(is, key) ? is[key] : undefined, [
          ...at,
          key
        ]);
      }
      return;
    }
    kept.push({ at: [...at], ...(is !== undefined && { is }), ...(was !== undefined && { was }) });
  };
  walk(written, original, []);
  return kept;
}
