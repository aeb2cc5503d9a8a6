import type { Pipeline } from '../../pipeline';
import type { DrawnSpec } from './draw-spec';

/** What a spec says of a pipeline as a whole, and a sub-pipeline has no place for: the keys, as the file names them. */
export function leftOut({ config, pipelineRoot, imported }: Pipeline): string[] {
  return [
    ...Object.keys(config ?? {}).map(key => `config.${key}`),
    ...(pipelineRoot === undefined ? [] : ['pipelineRoot']),
    ...(imported?.kept ?? []).map(({ at }) => at.join('.'))
  ];
}

/** A spec without what is left out, so that the report tells only of what is kept. */
export function asPart({ report, ...drawn }: DrawnSpec): DrawnSpec {
  return { ...drawn, report: { ...report, kept: report.kept.filter(({ node }) => node !== '') } };
}
