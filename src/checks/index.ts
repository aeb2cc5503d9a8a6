export { check } from './check';
export { type DriftedParameter, driftedParameters } from './drifted-parameters';
export { hasErrors, judge, judging, type Judged } from './judge';
export { kernelValue } from './kernel-value';
export { losses } from './losses';
export * from './problem';
export { RULES } from './rules';
