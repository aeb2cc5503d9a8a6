export * from './flow';
export * from './layout';
export { edgeId } from './edges';
export { collectedOver, collectedType } from './collected';
export { constantType } from './constant-type';
export { IMPORTED } from './port-types';
export { resolve } from './resolve';
