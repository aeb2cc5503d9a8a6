import type { Flow } from '../flow';

/** All nodes that are drawn, groups before what they hold, each with the number of groups around it. */
export function drawingOrder({ children }: Pick<Flow, 'children'>): { id: string; depth: number }[] {
  const found: { id: string; depth: number }[] = [];
  const visit = (group: string, depth: number) =>
    children.get(group)?.forEach(id => {
      found.push({ id, depth });
      visit(id, depth + 1);
    });
  visit('', 0);
  return found;
}
