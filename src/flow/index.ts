export * from './flow';
export { constantType } from './cell-ports';
export { edgeId } from './edges';
export { IMPORTED } from './port-types';
export { resolve } from './resolve';
