import type { Flow } from '../flow';
import type { ReferenceTarget } from '../pipeline';
import { titleOf } from './words';

/** How messages name what a binding or order reads. */
export function sourceName(flow: Flow, to: ReferenceTarget): string {
  if ('output' in to) {
    return `${to.output} of ${titleOf(flow, to.node)}`;
  }
  if ('input' in to) {
    return `the input ${to.input} of ${titleOf(flow, to.node)}`;
  }
  if ('item' in to) {
    return `${to.field === undefined ? 'the item' : `the field ${to.field} of the item`} of ${titleOf(flow, to.item)}`;
  }
  if ('status' in to) {
    return `how ${titleOf(flow, to.status)} ended`;
  }
  return 'parameter' in to ? `the parameter ${to.parameter}` : titleOf(flow, to.node);
}
