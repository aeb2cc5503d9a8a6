import type { Presence } from '../wire';

/** Most ids that a part of presence may list: see `Presence`. */
const MOST = 100;
const encoder = new TextEncoder();

/**
 * A state of presence that the hub takes: of long lists of nodes, as many as fit.
 * @param limit size of the state as JSON, in bytes of UTF-8
 */
export function fitPresence(presence: Presence, limit: number): Presence {
  for (let most = MOST; most > 0; most = Math.floor(most / 2)) {
    const { selection, drag } = presence;
    const fitting = {
      ...presence,
      ...(selection && { selection: selection.slice(0, most) }),
      ...(drag && { drag: { ...drag, nodes: drag.nodes.slice(0, most) } })
    };
    if (encoder.encode(JSON.stringify(fitting)).length <= limit) {
      return fitting;
    }
  }
  const { selection: _selection, drag: _drag, ...rest } = presence;
  return rest;
}
