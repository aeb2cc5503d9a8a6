import type { TProperties, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { Kubernetes, PipelineConfig, type PipelineNode } from '../../pipeline';

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
      const known: unknown = Object.hasOwn(schemas, key)
        ? Value.Clean(schemas[key], structuredClone(value))
        : undefined;
      return known !== undefined && Value.Check(schemas[key], known) ? [[key, known]] : [];
    })
  );
}
