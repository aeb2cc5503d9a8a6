import { PipelineConfig as Settings, type Pipeline } from '../../pipeline';
import type { Ledger } from '../ledger';
import type { PipelineConfig } from '../spec';
import type { Target } from '../target';
import { type Feature, unsupported } from '../targets';

const PATH = ['platform', 'platforms', 'kubernetes', 'pipelineConfig'];

/** Settings of all runs of a pipeline; undefined when there are none that the target knows. */
export function pipelineConfig(
  { config = {} }: Pipeline,
  target: Target,
  ledger: Ledger
): PipelineConfig | undefined {
  ledger.unknown('config', config, Settings);
  const written: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(config)) {
    const refused = Object.hasOwn(Settings.properties, field)
      ? unsupported(target, `pipelineConfig.${field}` as Feature)
      : undefined;
    if (refused) {
      ledger.ignored(`config.${field}`, refused.message, refused.fix);
    } else if (Object.hasOwn(Settings.properties, field)) {
      written[field] = field === 'workspace' ? workspace(value as Workspace) : value;
      ledger.compiled(`config.${field}`, [...PATH, field]);
    }
  }
  return Object.keys(written).length ? (written as PipelineConfig) : undefined;
}

type Workspace = NonNullable<Settings['workspace']>;

/** The backend makes the volume only for a workspace with `kubernetes`, which the SDK therefore always writes. */
const workspace = ({ kubernetes, ...rest }: Workspace) => ({
  ...rest,
  kubernetes: { ...kubernetes, pvcSpecPatch: kubernetes?.pvcSpecPatch ?? {} }
});
