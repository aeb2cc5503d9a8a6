import { isObject } from '../file/json';
import type { PipelineNode } from '../schema';

/** The settings of a node that may hold placeholders: `{ input }`, `{ output }`, `{ if }`, or text of Kubeflow's form. */
const HOLDERS = ['command', 'args', 'image', 'resources', 'inputs', 'metadata'];

/** A node whose placeholders name a port by its new name. */
export function renamePlaceholders(
  node: PipelineNode,
  what: 'input' | 'output',
  from: string,
  to: string
): PipelineNode {
  const fields: Record<string, unknown> = { ...node };
  const keys = what === 'input' ? ['input', 'if'] : ['output'];
  const text = (value: string) =>
    ['parameters', 'artifacts'].reduce(
      (result, sort) => result.replaceAll(`$.${what}s.${sort}['${from}']`, `$.${what}s.${sort}['${to}']`),
      value
    );
  const rename = (value: unknown, isArgument: boolean): unknown => {
    if (typeof value === 'string') {
      return text(value);
    }
    if (Array.isArray(value)) {
      return value.map((item: unknown) => rename(item, isArgument));
    }
    return isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([key, inner]) => [
            key,
            isArgument && keys.includes(key) && inner === from ? to : rename(inner, isArgument)
          ])
        )
      : value;
  };
  for (const key of HOLDERS.filter(holder => holder in fields)) {
    fields[key] = rename(fields[key], key === 'command' || key === 'args');
  }
  return fields as PipelineNode;
}
