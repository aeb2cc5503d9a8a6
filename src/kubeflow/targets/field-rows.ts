import { CONFIG_FIELDS, type FieldFacts, POD_FIELDS } from './fields';
import type { PipelineRow, TaskRow } from './row';

const kebab = (name: string) =>
  name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`).replace('.', '-');

/** A row for each field of the pod that some release does not honour. */
export const POD_ROWS: readonly TaskRow[] = Object.entries<FieldFacts>(POD_FIELDS)
  .filter(([, { argo }]) => argo)
  .map(([name, { setting, ...facts }]) => ({
    ...facts,
    id: kebab(name),
    what: `the field ${name}`,
    field: setting,
    local: 'ignored',
    inTask: ({ kubernetes }) => holds(kubernetes, name.split('.'))
  }));

/** A row for each field of the pipeline's configuration that some release does not honour. */
export const CONFIG_ROWS: readonly PipelineRow[] = Object.entries<FieldFacts>(CONFIG_FIELDS).map(
  ([name, { setting, ...facts }]) => ({
    ...facts,
    id: `pipeline-${kebab(name)}`,
    what: `the field pipelineConfig.${name}`,
    field: setting,
    ...(name !== 'workspace' && { local: 'ignored' as const }),
    inPipeline: ({ config }) => holds(config, [name])
  })
);

/** Whether a path leads to something set: through lists, in any of their items. */
function holds(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) {
    return value !== undefined && value !== 0 && !(Array.isArray(value) && value.length === 0);
  }
  if (Array.isArray(value)) {
    return value.some(item => holds(item, [key, ...rest]));
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, key) &&
    holds((value as Record<string, unknown>)[key], rest)
  );
}
