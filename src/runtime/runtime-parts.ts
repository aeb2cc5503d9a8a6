import type { PackedStep } from './packed-step';
import { RUNTIME_PARTS } from './step-runtime';

type Part = keyof typeof RUNTIME_PARTS;

/** Types whose values Kubeflow shows as metrics (`METRICS` in step_values.py). */
const METRICS = ['Metrics', 'ClassificationMetrics'];

/** The parts of the runtime that a step needs besides what every step carries, each after those it uses. */
const NEEDED: Record<Part, (step: PackedStep) => boolean> = {
  values: ({ inputs, outputs }) => [inputs, outputs].flatMap(Object.values).some(({ artifact }) => artifact),
  metrics: ({ outputs }) => Object.values(outputs).some(({ type }) => METRICS.includes(type)),
  shell: ({ magics }) => magics
};

/** Python programs that step.py runs before anything else. */
export function runtimeParts(step: PackedStep): string[] {
  return (Object.keys(NEEDED) as Part[]).filter(part => NEEDED[part](step)).map(part => RUNTIME_PARTS[part]);
}
