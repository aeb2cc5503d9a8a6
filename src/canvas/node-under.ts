/** The id of the node under a pointer, if there is one. */
export function nodeUnder(event: MouseEvent | TouchEvent): string | undefined {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  const element = document.elementFromPoint(point.clientX, point.clientY);
  return element?.closest<HTMLElement>('[data-weft-node]')?.dataset.weftNode;
}
