import { getViewportForBounds, type Viewport } from '@xyflow/react';

/** A rectangle in flow units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const ZOOM = { min: 0.1, max: 2 } as const;
/** Nothing is blown up beyond its natural size to fill the view. */
const FIT_ZOOM = 1;
const PADDING = 0.12;
/** Room kept free at the edges when a node is brought into view, in pixels. */
const INSET = 48;

interface Placed {
  position: { x: number; y: number };
  width?: number;
  height?: number;
}

/** The smallest box around nodes; undefined for none. */
export function boxAround(nodes: readonly Placed[]): Box | undefined {
  if (nodes.length === 0) {
    return undefined;
  }
  const left = Math.min(...nodes.map(node => node.position.x));
  const top = Math.min(...nodes.map(node => node.position.y));
  const right = Math.max(...nodes.map(node => node.position.x + (node.width ?? 0)));
  const bottom = Math.max(...nodes.map(node => node.position.y + (node.height ?? 0)));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The view that shows a whole box in a window of this size. */
export function viewOf(box: Box, width: number, height: number): Viewport {
  return getViewportForBounds(box, width, height, ZOOM.min, FIT_ZOOM, PADDING);
}

/** The view moved no further than needed to show a box; the same view when it shows already. */
export function viewShowing(box: Box, view: Viewport, width: number, height: number): Viewport {
  const shift = (start: number, length: number, offset: number, size: number) => {
    const low = start * view.zoom + offset;
    const high = low + length * view.zoom;
    if (low < INSET || high - low > size - 2 * INSET) {
      return offset + INSET - low;
    }
    return high > size - INSET ? offset - (high - size + INSET) : offset;
  };
  const x = shift(box.x, box.width, view.x, width);
  const y = shift(box.y, box.height, view.y, height);
  return x === view.x && y === view.y ? view : { x, y, zoom: view.zoom };
}

/** What is seen in a window of this size: left, top, right and bottom, in whole flow units. */
export function seenIn({ x, y, zoom }: Viewport, width: number, height: number): Seen {
  const at = (value: number) => Math.round(value / zoom);
  return [at(-x), at(-y), at(width - x), at(height - y)];
}

/** The view that shows what somebody else sees, in the middle of a window of this size. */
export function viewAs([left, top, right, bottom]: Seen, width: number, height: number): Viewport {
  const fit = Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top));
  const zoom = Math.min(ZOOM.max, Math.max(ZOOM.min, fit));
  return { x: width / 2 - ((left + right) / 2) * zoom, y: height / 2 - ((top + bottom) / 2) * zoom, zoom };
}

export type Seen = readonly [left: number, top: number, right: number, bottom: number];
