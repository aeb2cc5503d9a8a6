/**
 * Where a wire ends at a node. `in` and `out` face the outside; a group also has ports on the inner side of its frame:
 * through `enter` its values pass to what it holds, through `leave` what it holds gives its outputs.
 */
export type PortSide = 'in' | 'out' | 'enter' | 'leave';

/** The id of a port on the canvas; the name is empty for the ends of order edges and for the item of a loop. */
export const portId = (side: PortSide, name: string | undefined): string => `${side}:${name ?? ''}`;

/** The name in a port's id; undefined for the ends of order edges and the item of a loop. */
export function portName(id: string | null | undefined): string | undefined {
  return id?.slice(id.indexOf(':') + 1) || undefined;
}

export function portSide(id: string | null | undefined): PortSide | undefined {
  return id?.slice(0, id.indexOf(':')) as PortSide | undefined;
}

/** Whether a wire starts at a port, as data flows. */
export const givesData = (id: string): boolean => ['out', 'enter'].includes(portSide(id) ?? '');
