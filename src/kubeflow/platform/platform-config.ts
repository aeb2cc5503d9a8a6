import { Kubernetes, type StepNode } from '../../pipeline';
import type { Placement } from '../../pools';
import { durationSeconds } from '../duration';
import type { KubernetesExecutorConfig } from '../spec';
import { platformPath } from '../spec-path';
import type { StepScope } from '../step-scope';
import { type Feature, unsupported } from '../targets';
import { olderLists } from './older-lists';
import { placed } from './placed';
import { SETTING_WRITERS } from './setting-writers';

type Field = keyof KubernetesExecutorConfig & Feature;

/** What the pod of a step needs beyond its container; undefined when that is nothing. */
export function platformConfig(
  node: StepNode,
  placement: Placement,
  scope: StepScope
): KubernetesExecutorConfig | undefined {
  const { target, ledger, names } = scope;
  const own = ownSettings(node, scope);
  const { config, says } = placed(node, own, placement, ledger);
  const written: Record<string, unknown> = {};
  const path = platformPath(names.executor);
  for (const [field, value] of Object.entries(config)) {
    if (value === undefined) {
      continue;
    }
    const refused = unsupported(target, field as Field);
    if (!refused) {
      written[field] = olderLists(field, value, scope);
    }
    for (const setting of says.get(field) ?? []) {
      if (refused) {
        ledger.ignored(setting, refused.message, refused.fix);
      } else {
        ledger.compiled(setting, [...path, field]);
      }
    }
  }
  return Object.keys(written).length ? (written as KubernetesExecutorConfig) : undefined;
}

/** What the node itself says of its pod, by field of the config. */
function ownSettings({ kubernetes = {}, timeout }: StepNode, scope: StepScope): KubernetesExecutorConfig {
  const { ledger } = scope;
  ledger.unknown('kubernetes', kubernetes, Kubernetes);
  const config: Record<string, unknown> = {};
  for (const [setting, write] of Object.entries(SETTING_WRITERS)) {
    const value = kubernetes[setting as keyof Kubernetes];
    if (value !== undefined) {
      config[setting] = (write as (value: unknown, scope: StepScope) => unknown)(value, scope);
    }
  }
  const seconds = timeout === undefined ? undefined : durationSeconds(timeout);
  if (seconds) {
    config.activeDeadlineSeconds = String(seconds);
  } else if (timeout !== undefined) {
    ledger.lost('timeout', `"${timeout}" is no time.`, 'Write a duration such as 90s, 15m or 2h30m.');
  }
  return config as KubernetesExecutorConfig;
}
