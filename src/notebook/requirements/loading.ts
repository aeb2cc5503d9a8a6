import type { ValueFormat } from '../values/value';
import { valueOf } from '../values/value-of';
import { isStandard } from './standard-library';

/** What reads a format, besides what the class of the value comes with. */
const READERS: Partial<Record<ValueFormat, string>> = {
  npy: 'numpy',
  npz: 'numpy',
  sparse: 'scipy',
  png: 'PIL',
  torch: 'torch',
  xgboost: 'xgboost'
};

/** What reads formats that are taken only where the step that stores has it too; a pickle holds the value elsewhere. */
const CHOSEN: Partial<Record<ValueFormat, string>> = {
  parquet: 'pyarrow',
  safetensors: 'safetensors',
  cloudpickle: 'cloudpickle'
};

/** The module without which the step that makes a value stores it as a pickle rather than in its format. */
export const moduleOfFormat = (format: ValueFormat | undefined): string | undefined =>
  format && CHOSEN[format];

/**
 * Top-level modules without which a step cannot load a value: those of its class and of the format that holds it. None
 * where what made it is in no table.
 * @param made as of `NameUse.made`
 * @param has whether the step that stores the value has a module
 */
export function loadingModules(made: string, has: (module: string) => boolean): string[] {
  const { type, format, handle } = valueOf(made) ?? {};
  if (type === undefined || handle) {
    return [];
  }
  // Keras is told by what it came with: TensorFlow brings it along.
  const owner = format === 'keras' ? made : type;
  const root = owner.includes('.') ? owner.split('.')[0] : undefined;
  const chosen = moduleOfFormat(format);
  const modules = [root, format && READERS[format], chosen && has(chosen) ? chosen : undefined];
  return [...new Set(modules.filter(module => module !== undefined))].filter(module => !isStandard(module));
}
