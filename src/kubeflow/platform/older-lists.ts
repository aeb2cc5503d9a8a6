import { isObject } from '../spec/is-object';
import type { StepScope } from '../step-scope';
import { type Feature, unsupported } from '../targets';

/** Fields inside of list items that came later than the list. */
const LATER: Readonly<Record<string, readonly string[]>> = {
  configMapAsEnv: ['optional'],
  nodeAffinity: ['nodeAffinityJson'],
  pvcMount: ['subPath'],
  secretAsEnv: ['optional']
};

/** A list of settings without the fields that the target does not know: its server refuses what it does not know. */
export function olderLists(field: string, value: unknown, { target, ledger }: StepScope): unknown {
  if (!Object.hasOwn(LATER, field) || !Array.isArray(value)) {
    return value;
  }
  return LATER[field].reduce<unknown[]>((items, key) => {
    const refused = unsupported(target, `${field}.${key}` as Feature);
    return items.map((item, i) => {
      if (!refused || !isObject(item) || item[key] === undefined) {
        return item;
      }
      ledger.ignored(`kubernetes.${field}.${i}.${key}`, refused.message, refused.fix);
      return Object.fromEntries(Object.entries(item).filter(([name]) => name !== key));
    });
  }, value as unknown[]);
}
