export * from './flow';
export * from './layout';
export { edgeId } from './edges';
export { constantType, IMPORTED } from './port-types';
export { resolve } from './resolve';
