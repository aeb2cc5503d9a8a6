import { styleText } from 'node:util';
import type { Run, RunEvent, RunState, StepRun } from '../src/runs';

const COLORS: Partial<Record<RunState, 'green' | 'red' | 'yellow' | 'gray'>> = {
  succeeded: 'green',
  failed: 'red',
  cancelled: 'yellow',
  skipped: 'gray'
};

/** Tells the progress of a run, a line per change of a step; colours only where a person looks on. */
export class RunReport {
  private readonly _width: number;

  constructor(
    run: Run,
    private readonly _out: NodeJS.WriteStream
  ) {
    this._width = Math.max(0, ...[...run.steps.keys()].map(node => node.length));
    for (const step of run.steps.values()) {
      if (step.state === 'skipped') {
        this._step(step, step.message ?? '');
      }
    }
  }

  /** @param run as it is after the event */
  follow(run: Run, event: RunEvent): void {
    const step = 'node' in event ? run.steps.get(event.node) : undefined;
    if (step && event.event === 'step-started') {
      this._line(step.node, 'running…', '');
    } else if (step && event.event === 'step-ended') {
      this._step(step, step.message ?? seconds(step));
      if (step.state === 'failed') {
        step.log.forEach(text => this._out.write(`    ${text}\n`));
        if (step.record) {
          this._out.write(`    report: ${step.record.report}\n`);
        }
      }
    }
  }

  private _step(step: StepRun, more: string): void {
    const color = COLORS[step.state];
    this._line(step.node, color && this._out.isTTY ? styleText(color, step.state) : step.state, more);
  }

  private _line(node: string, state: string, more: string): void {
    this._out.write(`${node.padEnd(this._width)}  ${state} ${more}`.trimEnd() + '\n');
  }
}

function seconds({ started, ended }: StepRun): string {
  return started === undefined || ended === undefined ? '' : `${((ended - started) / 1000).toFixed(1)} s`;
}

/** The result of a run as JSON: its state, and for every step its state and what it gave. */
export function runResult(run: Run) {
  const steps = [...run.steps].map(([node, { state, message, failure, record, outputs }]) => [
    node,
    { state, message, failure, record, outputs }
  ]);
  return { state: run.state, message: run.message, steps: Object.fromEntries(steps) };
}

/** The values that steps gave, a line each: `train.loss = 0.5`. */
export function outputLines(run: Run): string[] {
  return [...run.steps].flatMap(([node, { outputs }]) =>
    Object.entries(outputs).map(([name, value]) => `${node}.${name} = ${JSON.stringify(value)}`)
  );
}
