import type { Taint } from './catalog';
import { isVendorResource } from './device';
import type { Toleration } from './placement';

/** Taints that keep a pod out; `PreferNoSchedule` only lowers a score, so it needs no toleration. */
export function hardTaints(taints: readonly Taint[] = []): Taint[] {
  return taints.filter(taint => taint.effect !== 'PreferNoSchedule');
}

/** `Exists` for keys named after a vendor's resource, whose values differ from platform to platform; else `Equal`. */
export function tolerationFor({ key, value, effect }: Taint): Toleration {
  if (isVendorResource(key)) {
    return { key, operator: 'Exists', effect };
  }
  return value ? { key, operator: 'Equal', value, effect } : { key, operator: 'Equal', effect };
}

/** Kubernetes' rule (core/v1 `Toleration.ToleratesTaint`): an empty effect or key matches any, no operator is Equal. */
export function tolerates(toleration: Toleration, taint: Taint): boolean {
  return (
    (!toleration.effect || toleration.effect === taint.effect) &&
    (!toleration.key || toleration.key === taint.key) &&
    (toleration.operator === 'Exists' || (toleration.value ?? '') === (taint.value ?? ''))
  );
}
