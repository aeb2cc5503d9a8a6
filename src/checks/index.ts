export { check } from './check';
export { losses } from './losses';
export * from './problem';
