import type { OutlineItem } from './tree';

/** An item with its place, as WAI-ARIA wants it told. */
export interface VisibleItem {
  item: OutlineItem;
  parent?: string;
  level: number;
}

/** The items that are drawn, top to bottom: those whose parents are all open. */
export function visible(
  items: readonly OutlineItem[],
  isOpen: (item: OutlineItem) => boolean,
  level = 1,
  parent?: string
): VisibleItem[] {
  return items.flatMap(item => [
    { item, level, parent },
    ...(isOpen(item) ? visible(item.children, isOpen, level + 1, item.key) : [])
  ]);
}

/** The next item whose label starts with what was typed, after `from` and around the end. */
export function typeAhead(items: readonly VisibleItem[], from: number, typed: string): string | undefined {
  const start = typed.toLowerCase();
  const turned = [...items.slice(from + 1), ...items.slice(0, from + 1)];
  return turned.find(({ item }) => item.label.toLowerCase().startsWith(start))?.item.key;
}
