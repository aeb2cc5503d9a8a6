import type { RunEvent } from './event';
import type { LocalPlan } from './local-plan';
import type { Run, RunState, StepRun } from './run';

/** Lines of a step's output that a run keeps. */
export const LOG_LINES = 2000;

/** A run that is about to begin: what the plan runs waits, what it leaves out is skipped with its reason. */
export function startRun(id: string, pipeline: string, time: number, plan: LocalPlan): Run {
  const waiting = plan.run.map(node => newStep(node));
  const skipped = plan.skipped.map(({ node, reason }) => ({
    ...newStep(node),
    state: 'skipped' as const,
    ended: time,
    message: reason
  }));
  return {
    id,
    pipeline,
    state: 'waiting',
    started: time,
    steps: new Map([...waiting, ...skipped].map(step => [step.node, step]))
  };
}

/**
 * The run after an event; the run given stays as it is. Events may come late or twice: the same events give the
 * same states in any order, and only lines of output stand as they came.
 */
export function applyEvent(run: Run, event: RunEvent): Run {
  switch (event.event) {
    case 'run-started': {
      const begun = { ...run, started: event.time };
      const known = event.steps.reduce((now, node) => withStep(now, node, step => step), begun);
      return run.ended === undefined ? { ...known, state: 'running' } : known;
    }
    case 'step-started':
      return withStep(run, event.node, step => ({
        ...step,
        started: Math.min(event.time, step.started ?? Infinity)
      }));
    case 'step-log':
      return withStep(run, event.node, step => ({
        ...step,
        log: [...step.log, event.text].slice(-LOG_LINES)
      }));
    case 'step-ended':
      return withStep(run, event.node, step => ended(step, event));
    case 'run-ended': {
      if (run.ended !== undefined) {
        return run;
      }
      const { time, state, message } = event;
      const over: Run = { ...run, state, ended: time, ...(message !== undefined && { message }) };
      return { ...over, steps: new Map([...run.steps].map(([id, step]) => [id, settled(step, over)])) };
    }
  }
}

/** The run as it stands when nobody will hear of it any more; a run that has ended stays as it is. */
export function cancelRun(run: Run, time: number): Run {
  return applyEvent(run, { event: 'run-ended', time, state: 'cancelled' });
}

const newStep = (node: string): StepRun => ({ node, state: 'waiting', log: [], outputs: {} });

function withStep(run: Run, node: string, change: (step: StepRun) => StepRun): Run {
  const step = settled(change(run.steps.get(node) ?? newStep(node)), run);
  return { ...run, steps: new Map(run.steps).set(node, step) };
}

/** Of two ends the later one holds. */
function ended(step: StepRun, event: RunEvent & { event: 'step-ended' }): StepRun {
  if (step.ended !== undefined && step.ended > event.time) {
    return step;
  }
  const { node, started, log } = step;
  const { time, state, message, failure, record, outputs = {} } = event;
  return {
    node,
    state,
    ...(started !== undefined && { started }),
    ended: time,
    ...(message !== undefined && { message }),
    log,
    ...(failure && { failure }),
    ...(record && { record }),
    outputs
  };
}

/** A step that has not ended by itself has the state that follows from its start and the end of the run. */
function settled(step: StepRun, run: Run): StepRun {
  return step.ended === undefined ? { ...step, state: openState(step, run) } : step;
}

function openState(step: StepRun, run: Run): RunState {
  if (run.ended === undefined) {
    return step.started === undefined ? 'waiting' : 'running';
  }
  return step.started === undefined && run.state !== 'cancelled' ? 'skipped' : 'cancelled';
}
