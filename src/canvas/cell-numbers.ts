import type { FlowCell } from '../flow';

/** Places of cells in their notebook, counted from 1, with runs folded: `3, 5-7`. Missing cells show as `?`. */
export function cellNumbers(cells: readonly FlowCell[]): string {
  const parts: string[] = [];
  for (let i = 0; i < cells.length; i++) {
    const first = cells[i].index;
    let last = first;
    while (first >= 0 && cells[i + 1]?.index === last + 1) {
      last++;
      i++;
    }
    const number = first < 0 ? '?' : String(first + 1);
    parts.push(last > first ? `${number}-${last + 1}` : number);
  }
  return parts.join(', ');
}
