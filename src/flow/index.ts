export * from './flow';
export { constantType } from './cellPorts';
export { edgeId } from './edges';
export { IMPORTED } from './portTypes';
export { resolve } from './resolve';
