export { applyEvent, cancelRun, LOG_LINES, startRun } from './applyEvent';
export { parseEvent, RunEvent } from './event';
export { type LocalPlan, localPlan } from './localPlan';
export { pruneFlow } from './pruneFlow';
export * from './run';
