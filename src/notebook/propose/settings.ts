import type { AnalyzedCell } from '../facts';
import { isConfigName } from '../effects/statement-kind';
import { callsOf } from './calls';
import { isQuiet } from './quiet';

const ASKS = /(^|\.)is_available$/;

/**
 * Functions of the notebook by the name of a setting, such as `set_seed`, do in it what is known to set and no more:
 * what they print would be shown nowhere, and what else they do would be done before all cells of a step.
 * @param bodies calls of each function of the notebook
 */
export function onlySets(cell: AnalyzedCell, bodies: ReadonlyMap<string, string[]>): boolean {
  const own = new Set(callsOf(cell, new Map()));
  return callsOf(cell, bodies).every(
    call => own.has(call) || isConfigName(call) || isQuiet(call) || ASKS.test(call)
  );
}
