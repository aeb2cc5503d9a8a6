export { check } from './check';
export { hasErrors, judge, type Judged } from './judge';
export { losses } from './losses';
export * from './problem';
export { RULES } from './rules';
