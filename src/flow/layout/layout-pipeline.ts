import type { Flow } from '../flow';
import { arrange, type Places } from './arrange';
import type { Size } from './card-size';
import { layoutRequest } from './layout-request';

/**
 * Places for all nodes that run, in absolute flow units: left to right, groups from the inside out, the branches of a
 * choice one below the other in the order in which they are tried. The same flow gives the same places everywhere.
 * @param sizes sizes of cards by node id, when not those that follow from their content
 */
export function layoutPipeline(flow: Flow, sizes: Readonly<Record<string, Size>> = {}): Places {
  return arrange(layoutRequest(flow, undefined, sizes));
}
