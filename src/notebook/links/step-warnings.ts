import type { StepWarning } from '../step-facts';
import { aliasCuts } from './alias-cuts';
import { classStates } from './class-states';
import { crossingHandles } from './crossing-handles';
import { heldCuts } from './held-cuts';
import { lateUpdates } from './late-updates';
import { movedSettings } from './moved-settings';
import type { StepContext } from './step-context';

/** What the step of some cells does otherwise than the notebook; each name once a rule. */
export function stepWarnings(context: StepContext): StepWarning[] {
  const seen = new Set<string>();
  return [aliasCuts, heldCuts, lateUpdates, classStates, crossingHandles, movedSettings]
    .flatMap(rule => rule(context))
    .filter(({ rule, name }) => {
      const key = `${rule} ${name}`;
      return !seen.has(key) && seen.add(key);
    });
}
