export * from './flow';
export { edgeId } from './edges';
export { constantType, IMPORTED } from './port-types';
export { resolve } from './resolve';
