import type { Translation } from '../../actions';
import type { Kept } from '../../pipeline';

const brief = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** What an imported spec says at a place where Weft would say something else, in one sentence. */
export function keptText({ is, was }: Kept, trans: Translation): string {
  if (is === undefined) {
    return trans.__('left out; would be %1', brief(was));
  }
  return was === undefined ? brief(is) : trans.__('%1 instead of %2', brief(is), brief(was));
}

/** The place of an entry, as a path that can be read. */
export const keptPlace = ({ at }: Kept): string => at.join(' › ');
