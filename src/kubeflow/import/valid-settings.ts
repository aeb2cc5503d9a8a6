import type { TProperties, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Binding, isBinding, Kubernetes, PipelineConfig, type PipelineNode } from '../../pipeline';
import { isObject } from '../spec/is-object';

/** The node without settings that a pipeline file does not take, such as a weight above 100: these stay in the spec. */
export function withoutInvalid(node: PipelineNode): PipelineNode {
  if (!('kubernetes' in node) || node.kubernetes === undefined) {
    return node;
  }
  const { kubernetes, ...rest } = node as { kubernetes: object } & PipelineNode;
  const valid = validPart(Kubernetes.properties, kubernetes);
  return (Object.keys(valid).length ? { ...rest, kubernetes: valid } : rest) as PipelineNode;
}

/** The settings of a pipeline that its file takes. */
export const validConfig = (config: object): PipelineConfig => validPart(PipelineConfig.properties, config);

/** Without what is not in the schemas, and without settings that do not fit theirs. */
function validPart(properties: TProperties, settings: object): object {
  const schemas: Record<string, TSchema> = properties;
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) => {
      const valid = Object.hasOwn(schemas, key) ? known(schemas[key], value) : undefined;
      return valid !== undefined && Value.Check(schemas[key], valid) ? [[key, valid]] : [];
    })
  );
}

/** The value without members that its schema does not name. */
function known(schema: Schema, value: unknown): unknown {
  if (schema.anyOf) {
    const form = schema.anyOf.find(each => each !== (Binding as Schema)) ?? {};
    return isBinding(value) ? value : known(form, value);
  }
  if (schema.items && Array.isArray(value)) {
    const { items } = schema;
    return value.map(item => known(items, item));
  }
  if (!schema.properties || !isObject(value)) {
    return value;
  }
  const { properties } = schema;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      Object.hasOwn(properties, key) ? [[key, known(properties[key], inner)]] : []
    )
  );
}

/** What is looked at of a schema. */
interface Schema {
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
}
