export { applyEvent, cancelRun, LOG_LINES, startRun } from './apply-event';
export { parseEvent, RunEvent } from './event';
export { type LocalPlan, localPlan } from './local-plan';
export { pruneFlow } from './prune-flow';
export * from './run';
