import type { Editor } from './editor';

/** Whether a run is under way. */
export function isRunning(editor: Editor): boolean {
  const state = editor.view.run?.state;
  return state === 'running' || state === 'waiting';
}
