import * as React from 'react';
import type { Editor, Translation } from '../actions';

/** What every part of one canvas reaches; it never changes while the canvas is mounted. */
export interface CanvasParts {
  editor: Editor;
  trans: Translation;
  /** Shows why an edge is there, or hides it again. */
  explain(edge: string | null): void;
  /** Ends the typing of a title; null keeps the old one. */
  endRename(node: string, title: string | null): void;
  /** Takes the focus when the part that has it goes. */
  keepFocus(): void;
}

const Context = React.createContext<CanvasParts | null>(null);
export const CanvasProvider = Context.Provider;

export function useCanvas(): CanvasParts {
  const parts = React.useContext(Context);
  if (!parts) {
    throw new Error('A part of the canvas was drawn outside of it.');
  }
  return parts;
}
