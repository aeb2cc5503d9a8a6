export { check } from './check';
export * from './problem';
