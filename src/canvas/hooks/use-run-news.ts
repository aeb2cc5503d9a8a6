import * as React from 'react';
import type { CanvasHandle, EditorView, Translation } from '../../actions';
import { stateName } from '../node-name';

/** Tells screen readers how a run goes: its end, and each step that fails. */
export function useRunNews({ run, flow }: EditorView, canvas: CanvasHandle, trans: Translation): void {
  const told = React.useRef(run);
  React.useEffect(() => {
    const before = told.current;
    told.current = run;
    if (!run || run === before) {
      return;
    }
    for (const [id, step] of run.steps) {
      const news = step.state === 'failed' && before?.steps.get(id)?.state !== 'failed';
      if (news) {
        const title = flow.nodes.get(id)?.title ?? id;
        canvas.announce(trans.__('%1: %2', title, step.message ?? stateName(step.state, trans)));
        return;
      }
    }
    if (run.state !== before?.state) {
      canvas.announce(trans.__('Run: %1', stateName(run.state, trans)));
    }
  }, [run, flow, canvas, trans]);
}
