import type { CellWork } from './cell-work';

/** The level of the headings that divide a notebook: the highest that stands over the work of two places. */
export function mainLevel(works: readonly CellWork[]): number {
  const counts = new Map<number, number>();
  let waiting: number[] = [];
  for (const { role, headings } of works) {
    waiting.push(...headings.map(({ level }) => level));
    if (role === 'core' && waiting.length > 0) {
      const level = Math.min(...waiting);
      counts.set(level, (counts.get(level) ?? 0) + 1);
      waiting = [];
    }
  }
  const levels = [...counts.keys()].sort((a, b) => a - b);
  return levels.find(level => (counts.get(level) ?? 0) >= 2) ?? levels.at(-1) ?? 0;
}
