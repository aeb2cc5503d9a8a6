import type { PackedStep } from './packed-step';
import { RUNTIMES } from './step-runtime';

/** The parts of the runtime that a step needs besides what every step carries, in the order of tools/pack_runtime.py. */
const NEEDED: Record<string, (step: PackedStep) => boolean> = {
  values: ({ inputs, outputs }) => [inputs, outputs].flatMap(Object.values).some(({ artifact }) => artifact),
  shell: ({ magics }) => magics
};

/** The program that runs a step, with the parts that this one needs, as its command carries it: deflated, in base64. */
export function runtimeOf(step: PackedStep): string {
  const parts = Object.keys(NEEDED).filter(part => NEEDED[part](step));
  return RUNTIMES[parts.join(' ') as keyof typeof RUNTIMES];
}
