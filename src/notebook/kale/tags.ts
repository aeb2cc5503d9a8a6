import { PIPELINE_PARAMETERS, SKIP } from '../cell-tags';
import type { KaleSettings } from './kale';

/** What a cell is besides a step; the first of these tags on a cell counts, and nothing else on it. */
export const ROLES = [SKIP, 'imports', 'functions', PIPELINE_PARAMETERS, 'pipeline-metrics'] as const;
export type KaleRole = (typeof ROLES)[number];

/** The tags of one cell, read as Kale does. */
export interface KaleTags {
  role?: KaleRole;
  step?: string;
  /** Name of a step that stands for another notebook. */
  notebook?: string;
  prev: string[];
  settings: KaleSettings;
  /** Tags that look like Kale's and that cannot be read. */
  unread: string[];
}

export const noSettings = (): KaleSettings => ({ limits: {}, labels: {}, annotations: {}, secrets: [] });

const isRole = (tag: string): tag is KaleRole => (ROLES as readonly string[]).includes(tag);

/** `step:` is written `block:` by versions before 2; a step without a name joins the one above. */
export function readTags(tags: readonly string[]): KaleTags {
  const found: KaleTags = { prev: [], settings: noSettings(), unread: [] };
  const role = tags.find(isRole);
  if (role) {
    return { ...found, role };
  }
  for (const tag of tags) {
    const [kind, ...rest] = tag.split(':');
    const name = rest.join(':');
    if (rest.length === 0) {
      continue;
    }
    if (kind === 'step' || kind === 'block') {
      found.step = name || found.step;
    } else if (kind === 'notebook') {
      found.notebook = name;
    } else if (kind === 'prev') {
      found.prev.push(name);
    } else if (isSetting(kind) && !readSetting(found.settings, tag)) {
      found.unread.push(tag);
    }
  }
  return found;
}

const SETTINGS: Readonly<Record<string, (settings: KaleSettings, parts: readonly string[]) => boolean>> = {
  limit: (settings, [resource, ...value]) => put(settings.limits, resource, value.join(':')),
  label: (settings, [key, ...value]) => put(settings.labels, key, value.join(':')),
  annotation: (settings, [key, ...value]) => put(settings.annotations, key, value.join(':')),
  image: (settings, parts) => {
    settings.image = parts.join(':');
    return settings.image !== '';
  },
  cache: (settings, [value]) => {
    settings.cache = value === 'enabled';
    return isSwitch(value);
  },
  report: (settings, [value]) => {
    settings.report = value === 'enabled';
    return isSwitch(value);
  },
  secret: (settings, [secret, key, env, ...more]) => {
    const isWhole = Boolean(secret && key && env) && more.length === 0;
    if (isWhole) {
      settings.secrets.push({ env, secret, key });
    }
    return isWhole;
  }
};

const isSetting = (kind: string): boolean => Object.hasOwn(SETTINGS, kind);

/** Reads a tag such as `limit:cpu:2` into settings; false when it says nothing that can be read. */
export function readSetting(settings: KaleSettings, tag: string): boolean {
  const [kind, ...parts] = tag.split(':');
  return isSetting(kind) && SETTINGS[kind](settings, parts);
}

const isSwitch = (value: string | undefined): boolean => value === 'enabled' || value === 'disabled';

function put(target: Record<string, string>, key: string, value: string): boolean {
  if (!key || !value) {
    return false;
  }
  target[key] = value;
  return true;
}
