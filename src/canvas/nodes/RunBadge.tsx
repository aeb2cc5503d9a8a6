import * as React from 'react';
import type { StepRun } from '../../runs';
import { useCanvas } from '../CanvasContext';
import { Icon } from '../icons';
import { stateName } from '../node-name';

/** State of a step in the run shown, as icon and text, with how long it took. */
export function RunBadge({ step }: { step: StepRun | undefined }): JSX.Element | null {
  const { trans } = useCanvas();
  if (!step) {
    return null;
  }
  return (
    <span className={`jp-WeftNode-run jp-type-${step.state}`} title={step.message}>
      <Icon name={step.state} />
      {stateName(step.state, trans)}
      {step.started !== undefined && step.ended !== undefined && ` · ${duration(step.ended - step.started)}`}
    </span>
  );
}

/** Milliseconds in the largest two units: `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 60) {
    return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${Math.round(seconds % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
