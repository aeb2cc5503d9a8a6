/** An id that no other cell of the notebook has: of cells with the same id the first keeps it. */
export function uniqueId(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let count = 2; used.has(id); count++) {
    id = `${wanted}-${count}`;
  }
  used.add(id);
  return id;
}

/** What a cell without an id (before nbformat 4.5) is called: by its place, from 0. */
export const placeId = (index: number): string => `cell-${index}`;

/** Whether an id says where a cell stood rather than which it is, so that its source tells more of it. */
export const isPlaceId = (id: string): boolean => /^cell-\d+(-\d+)?$/.test(id);
