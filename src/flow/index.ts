export * from './flow';
export * from './layout';
export { edgeId } from './edges';
export { collectedOver, collectedType } from './collected';
export { constantType } from './constant-type';
export { type DrawnCells, drawnCells, planAhead, type PlannedAhead } from './plan-ahead';
export { IMPORTED } from './port-types';
export { resolve } from './resolve';
