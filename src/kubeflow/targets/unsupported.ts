import { type Target, TARGETS } from '../target';
import { CONFIG_FIELDS, type FieldFacts, POD_FIELDS } from './fields';

/** Fields besides those of the platform document for which the compiler asks. */
const SPEC_FIELDS = {
  resources: {
    since: 'kfp-2.5',
    why: 'a local run uses this machine as it is',
    source: '#11374, #11839',
    setting: 'resources'
  },
  /** A title other than the name of the task. */
  'taskInfo.name': {
    since: 'kfp-2.14',
    known: 'kfp-2.14',
    why: 'it looks outputs up by the title',
    source: '#11173, #11938',
    setting: 'title'
  }
} as const satisfies Record<string, FieldFacts>;

type ConfigFeature = `pipelineConfig.${keyof typeof CONFIG_FIELDS}`;
/** A field by its name in the spec; those of the pipeline's configuration begin with `pipelineConfig.`. */
export type Feature = keyof typeof POD_FIELDS | keyof typeof SPEC_FIELDS | ConfigFeature;

const FACTS = new Map<string, FieldFacts>([
  ...Object.entries<FieldFacts>({ ...POD_FIELDS, ...SPEC_FIELDS }),
  ...Object.entries<FieldFacts>(CONFIG_FIELDS).map(
    ([name, facts]) => [`pipelineConfig.${name}`, facts] as const
  )
]);
/** What the local runner reads all the same. */
const LOCAL = ['pipelineConfig.workspace', 'taskInfo.name'];

/**
 * Why a field must not be written for a target, and what to do; undefined when it is to be written. A server refuses
 * a spec with a field it does not know. Fields that a server knows and passes over are written: a check says so.
 */
export function unsupported(target: Target, feature: Feature): { message: string; fix?: string } | undefined {
  const facts = FACTS.get(feature);
  if (target === 'local') {
    return LOCAL.includes(feature)
      ? undefined
      : { message: 'A local run uses this machine as it is: no pool, pod or limit applies.' };
  }
  const first = facts?.known;
  return first === undefined || TARGETS.indexOf(target) >= TARGETS.indexOf(first)
    ? undefined
    : {
        message: `Kubeflow Pipelines ${release(target)} does not honour \`${feature}\`; ${release(first)} is the first release that does.`,
        fix: `Choose the target ${first} or a newer one.`
      };
}

/** The release that a target stands for, such as 2.16. */
export const release = (target: Target): string => target.replace('kfp-', '');
