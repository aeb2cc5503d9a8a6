import type { TSchema } from 'typebox';

interface ObjectSchema {
  properties?: Record<string, TSchema>;
  patternProperties?: Record<string, TSchema>;
}

/**
 * Paths of all settings that a schema knows, such as `resources.cpu` or `inputs.*.type`; whatever is no plain
 * object counts as one setting.
 */
export function settingsOf(schema: TSchema, path = ''): string[] {
  const { properties, patternProperties } = schema as ObjectSchema;
  const entries = properties
    ? Object.entries(properties)
    : Object.values(patternProperties ?? {}).map(value => ['*', value] as const);
  return entries.length === 0
    ? [path]
    : entries.flatMap(([key, value]) => settingsOf(value, path ? `${path}.${key}` : key));
}
