import type { PackedStep } from './packed-step';
import { RUNTIME_CORE, RUNTIME_PARTS, RUNTIME_START } from './step-runtime';

type Part = keyof typeof RUNTIME_PARTS;

/** Types whose values Kubeflow shows as metrics (`METRICS` in step_values.py). */
const METRICS = ['Metrics', 'ClassificationMetrics'];

/** The parts of the runtime that a step needs besides what every step carries, each after those it uses. */
const NEEDED: Record<Part, (step: PackedStep) => boolean> = {
  values: ({ inputs, outputs }) => [inputs, outputs].flatMap(Object.values).some(({ artifact }) => artifact),
  metrics: ({ outputs }) => Object.values(outputs).some(({ type }) => METRICS.includes(type)),
  shell: ({ magics }) => magics
};

/** The program that runs a step: what every step carries, the parts that this one needs, and its start. */
export function runtimeOf(step: PackedStep): string {
  const parts = (Object.keys(NEEDED) as Part[]).filter(part => NEEDED[part](step));
  return RUNTIME_CORE + parts.map(part => RUNTIME_PARTS[part]).join('') + RUNTIME_START;
}
